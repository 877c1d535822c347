/** A body that takes the next piece only when the last was sent; `onEnd` is called once, however it ends. */
export function streamText(
  pieces: AsyncGenerator<string, void>,
  onEnd: () => void,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      async pull(controller) {
        try {
          const { value, done } = await pieces.next();
          if (done !== true) return controller.enqueue(encoder.encode(value));
          controller.close();
        } catch (error) {
          controller.error(error);
        }
        onEnd();
      },
      async cancel() {
        onEnd();
        await pieces.return();
      },
    },
    { highWaterMark: 1 },
  );
}
