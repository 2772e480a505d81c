"use client";

import { useState } from "react";
import { AddOnsSection } from "./AddOnsSection";
import { AssistantSection } from "./AssistantSection";
import { BookingSection } from "./BookingSection";
import { DaysSection } from "./DaysSection";
import { DiscountsSection } from "./DiscountsSection";
import { FeedSection } from "./FeedSection";
import { FileSection } from "./FileSection";
import { HoursSection } from "./HoursSection";
import { PauseSection } from "./PauseSection";
import { PricesSection } from "./PricesSection";
import { SecuritySection } from "./SecuritySection";
import { WordsSection } from "./WordsSection";

/** Every section in the order of the index. */
export function Sections() {
  const [restored, setRestored] = useState(0);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3 lg:gap-6">
      {/* Gone back to the file, nothing that was typed before is kept. */}
      <div className="contents" key={restored}>
        <HoursSection />
        <DaysSection />
        <PricesSection />
        <AddOnsSection />
        <DiscountsSection />
        <BookingSection />
        <WordsSection />
        <AssistantSection />
      </div>
      <PauseSection />
      <SecuritySection />
      <FeedSection />
      <FileSection onRestored={() => setRestored(restored + 1)} />
    </div>
  );
}
