"use client";

import { useEffect, useRef, useState } from "react";

// The part of the Web Speech API that is used here; TypeScript's own description leaves it out.
type Recognition = EventTarget & {
  lang: string;
  onresult: ((event: { results: SpeechRecognitionResultList }) => void) | null;
  onerror: ((event: { error: string }) => void) | null;
  onend: (() => void) | null;
  start: () => void;
  abort: () => void;
};
type Recognizer = new () => Recognition;

const LANGUAGE = "en-US";

const PROBLEMS: Record<string, string> = {
  "not-allowed": "The browser may not use your microphone. Allow it, or type.",
  "service-not-allowed": "The browser may not use your microphone. Allow it, or type.",
  "audio-capture": "There is no microphone here. Type instead.",
  "no-speech": "Nothing was heard. Try again, or type.",
  network: "The browser can't reach its speech service. Type instead.",
};

function recognizer(): Recognizer | null {
  const browser = window as { SpeechRecognition?: Recognizer; webkitSpeechRecognition?: Recognizer };
  return browser.SpeechRecognition ?? browser.webkitSpeechRecognition ?? null;
}

/** Whether this browser can read aloud. */
export const canRead = () => "speechSynthesis" in window;

/** Stops reading. */
export function hush() {
  if (canRead()) window.speechSynthesis.cancel();
}

/** Reads what is new in `heard` aloud while `isOn`; what was there when it was switched on stays unread. */
export function useReading(heard: string[], isOn: boolean) {
  const read = useRef(heard.length);
  useEffect(() => {
    const fresh = heard.slice(read.current);
    read.current = heard.length;
    if (!isOn) return;
    for (const text of fresh) {
      const utterance = new SpeechSynthesisUtterance(text);
      utterance.lang = LANGUAGE;
      window.speechSynthesis.speak(utterance);
    }
  }, [heard, isOn]);
  useEffect(() => hush, []);
}

/** Listens to one sentence at a time; `null` where the browser can't. */
export function useMicrophone(onHeard: (text: string) => void) {
  const [isOn, setIsOn] = useState(false);
  const [problem, setProblem] = useState("");
  const listening = useRef<Recognition | null>(null);
  useEffect(() => () => listening.current?.abort(), []);
  const Recognizer = recognizer();
  if (Recognizer === null) return null;

  function listen(Kind: Recognizer) {
    const one = new Kind();
    one.lang = LANGUAGE;
    one.onresult = ({ results }) => {
      const text = results[0]?.[0]?.transcript.trim();
      if (text) onHeard(text);
    };
    one.onerror = ({ error }) => setProblem(PROBLEMS[error] ?? "");
    one.onend = () => setIsOn(false);
    hush();
    setProblem("");
    setIsOn(true);
    listening.current = one;
    one.start();
  }

  return { isOn, problem, toggle: () => (isOn ? listening.current?.abort() : listen(Recognizer)) };
}
