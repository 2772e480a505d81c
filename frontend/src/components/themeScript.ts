/** Where the chosen theme is kept in the browser. */
export const THEME_KEY = "linda-theme";

/** Runs before the first paint, so that a chosen theme never flashes. */
export const THEME_SCRIPT = `try{var t=localStorage.getItem("${THEME_KEY}");if(t==="light"||t==="dark")document.documentElement.dataset.theme=t}catch(e){}`;
