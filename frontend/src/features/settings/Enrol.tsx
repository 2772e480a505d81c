"use client";

import { useEffect, useRef } from "react";
import type { Enrolment } from "@/api/contract";
import { authenticatorLink } from "@/format/address";
import { CodeForm } from "./CodeForm";

type Props = { enrolment: Enrolment; onCode: (code: string) => Promise<unknown>; onCancel: () => void };

/** The secret for the authenticator app, to scan, to open or to type, and the first code of it. */
export function Enrol({ enrolment, onCode, onCancel }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    frame.current?.scrollIntoView({ block: "nearest" });
  }, []);
  return (
    <div className="grid gap-5 sm:grid-cols-[13rem_minmax(0,1fr)]" ref={frame}>
      <div
        aria-label="QR code for your authenticator app"
        className="size-52 rounded-xl bg-white p-3 text-black [&>svg]:size-full"
        // biome-ignore lint/security/noDangerouslySetInnerHtml: the QR code is drawn by LINDA's own server
        dangerouslySetInnerHTML={{ __html: enrolment.qr_svg }}
        role="img"
      />
      <div className="grid content-start gap-4">
        <p>
          Scan this with an authenticator app. On this phone?{" "}
          <a className="underline underline-offset-4" href={authenticatorLink(enrolment.uri)}>
            Open the app
          </a>
          , or type{" "}
          <span className="select-all break-words font-medium">
            {enrolment.secret.replace(/(.{4})(?=.)/g, "$1 ")}
          </span>
        </p>
        <CodeForm label="Code the app shows" onCancel={onCancel} onCode={onCode} submit="Turn it on" />
      </div>
    </div>
  );
}
