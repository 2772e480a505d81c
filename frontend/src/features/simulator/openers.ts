export type Opener = { name: string; says: string };

/** First texts of customers worth trying. */
export const CUSTOMER: readonly Opener[] = [
  { name: "Cracked screen", says: "hey how much to fix a cracked iphone 13 screen, u open?" },
  { name: "Haggler", says: "can you do 60? the mall kiosk said 60" },
  { name: "Walk-in", says: "are you open right now? can i just walk in" },
  { name: "Upset", says: "my phone died again 2 days after you fixed it. this is ridiculous" },
  { name: "Spanish", says: "hola, arreglan pantalla de iphone 11? cuanto cuesta" },
  { name: "Cancel", says: "cancel my appointment" },
  { name: "STOP", says: "STOP" },
];

/** What the owner can text to the same number. */
export const OWNER: readonly Opener[] = [
  { name: "Off to the gym", says: "gym till 3:30" },
  { name: "Back at work", says: "back" },
  { name: "Next customer", says: "who's next" },
  { name: "Take it back", says: "undo" },
];
