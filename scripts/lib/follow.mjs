// Prints what another process appends to a file, while it does.
import { closeSync, openSync, readSync } from 'node:fs';

/** Follows a file, which is created; call the returned function to print the rest and stop. */
export function follow(file, print = (bytes) => process.stdout.write(bytes)) {
  const handle = openSync(file, 'a+');
  const buffer = Buffer.alloc(65_536);
  let position = 0;
  const printNew = () => {
    for (let length = 1; length > 0; position += length) {
      length = readSync(handle, buffer, 0, buffer.length, position);
      if (length) print(Buffer.from(buffer.subarray(0, length)));
    }
  };
  const timer = setInterval(printNew, 200);
  return () => {
    clearInterval(timer);
    printNew();
    closeSync(handle);
  };
}
