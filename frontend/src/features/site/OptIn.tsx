/** What texting the number agrees to, beside the number as carriers ask for it. */
export function OptIn({ shop }: { shop: string }) {
  return (
    <p className="min-h-[6lh] max-w-prose text-mode-ink text-sm sm:min-h-0 [&_a]:underline [&_a]:underline-offset-4">
      By texting this number you agree to texts from {shop} about your repair. Message frequency varies.
      Message and data rates may apply. Reply STOP to end, HELP for help. We do not share your mobile number
      with third parties. <a href="/privacy/">Privacy</a> and <a href="/terms/">terms</a>.
    </p>
  );
}
