import type { Attribute } from '../ir/attribute.js';
import type { Location } from '../ir/location.js';
import { quoted } from './string-text.js';

/** Spells what is inside a location; lets a printer put aliases there. */
export interface LocationSpelling {
  nested(location: Location): string;
  attribute(attribute: Attribute): string;
}

/** What stands inside `loc(…)`. */
export function spellLocation(location: Location, spelling: LocationSpelling): string {
  switch (location.kind) {
    case 'unknown':
      return 'unknown';
    case 'source': {
      const { line, column } = location.file.positionAt(location.start);
      return `${quoted(location.file.name)}:${line}:${column}`;
    }
    case 'file':
      return `${quoted(location.file)}:${location.line}:${location.column}`;
    case 'name':
      return quoted(location.name) + (location.child === undefined ? '' : `(${spelling.nested(location.child)})`);
    case 'call-site':
      return `callsite(${spelling.nested(location.callee)} at ${spelling.nested(location.caller)})`;
    case 'fused': {
      const metadata = location.metadata === undefined ? '' : `<${spelling.attribute(location.metadata)}>`;
      return `fused${metadata}[${location.locations.map((part) => spelling.nested(part)).join(', ')}]`;
    }
  }
}
