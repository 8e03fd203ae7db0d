/** Receives the next part of a text, made of characters up to U+00FF that stand for bytes. */
export type TextSink = (part: string) => void;

/** Characters that are gathered before the sink gets them. */
const PART = 1 << 16;

/** Gathers short pieces of text into long parts. */
export class TextBuffer {
  private readonly sink: TextSink;
  private text = '';

  constructor(sink: TextSink) {
    this.sink = sink;
  }

  write(piece: string): void {
    this.text += piece;
    if (this.text.length >= PART) this.flush();
  }

  flush(): void {
    if (this.text === '') return;
    this.sink(this.text);
    this.text = '';
  }
}
