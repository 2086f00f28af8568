import assert from 'node:assert/strict';
import { picture, sourceOf, text } from '../support/findings';

const read = (content: string) => {
  const things = sourceOf('package.json', content).dependencies.map(
    ({ nameSpan, name, scope, version, skipReason }) => ({
      span: nameSpan,
      label: [name, version?.value, scope === 'dependencies' ? '' : scope, skipReason].filter(Boolean).join(' '),
    }),
  );
  return picture(content, things);
};

describe('package.json', () => {
  it('is read in all four maps, and nowhere else', () => {
    const content = text`
      {
        "name": "mobx",
        "scripts": { "axios": "1" },
        "dependencies": { "pg": "^8.0.0" },
        "devDependencies": { "mocha": "11" },
        "peerDependencies": { "react": ">=18" },
        "optionalDependencies": { "fsevents": "2" },
        "overrides": { "lodash": "4" },
        "resolutions": { "redux": "4" }
      }`;
    assert.equal(
      read(content),
      text`
      {
        "name": "mobx",
        "scripts": { "axios": "1" },
        "dependencies": { "pg": "^8.0.0" },
                           ^^ pg ^8.0.0
        "devDependencies": { "mocha": "11" },
                              ^^^^^ mocha 11 devDependencies
        "peerDependencies": { "react": ">=18" },
                               ^^^^^ react >=18 peerDependencies
        "optionalDependencies": { "fsevents": "2" },
                                   ^^^^^^^^ fsevents 2 optionalDependencies
        "overrides": { "lodash": "4" },
        "resolutions": { "redux": "4" }
      }`,
    );
  });

  it('judges what an alias stands for, and skips what is local', () => {
    const content = text`
      { "dependencies": {
        "db": "npm:mysql2@^3",
        "scoped": "npm:@nats-io/nats-core",
        "own": "workspace:*",
        "beside": "file:../beside",
        "linked": "link:../linked",
        "mobx": "github:mobxjs/mobx#main"
      } }`;
    assert.equal(
      read(content),
      text`
      { "dependencies": {
        "db": "npm:mysql2@^3",
         ^^ mysql2 npm:mysql2@^3
        "scoped": "npm:@nats-io/nats-core",
         ^^^^^^ @nats-io/nats-core npm:@nats-io/nats-core
        "own": "workspace:*",
         ^^^ own workspace:* local
        "beside": "file:../beside",
         ^^^^^^ beside file:../beside local
        "linked": "link:../linked",
         ^^^^^^ linked link:../linked local
        "mobx": "github:mobxjs/mobx#main"
         ^^^^ mobx github:mobxjs/mobx#main
      } }`,
    );
  });

  it('half typed gives the rest', () => {
    const content = text`
      { "dependencies": {
        "pg": "8",
        "mysql2": ,
        "mariadb": "",
        "mysql": 1,
        "tedious
        "redis": "5"
      } }`;
    assert.equal(
      read(content),
      text`
      { "dependencies": {
        "pg": "8",
         ^^ pg 8
        "mysql2": ,
        "mariadb": "",
        "mysql": 1,
        "tedious
        "redis": "5"
         ^^^^^ redis 5
      } }`,
    );
  });

  it('keeps the other maps where a brace is missing, and takes no map of other tools for one', () => {
    const content = text`
      { "dependencies": {
          "pg": "8",
        "devDependencies": { "mobx": "6" },
        "pnpm": { "packageExtensions": { "x": { "dependencies": { "react": "1" } } } }
      }`;
    assert.equal(
      read(content),
      text`
      { "dependencies": {
          "pg": "8",
           ^^ pg 8
        "devDependencies": { "mobx": "6" },
                              ^^^^ mobx 6 devDependencies
        "pnpm": { "packageExtensions": { "x": { "dependencies": { "react": "1" } } } }
      }`,
    );
  });

  it('survives every cut of itself, with every span inside it', () => {
    const content =
      '\ufeff{ "dependencies": {\r\n\t"pg": "8", "my\\"sql": "\\u0041", "é": "1" }, "peerDependencies": { "vue": "3" } }\0';
    for (let end = 0; end <= content.length; end++) {
      const cut = content.slice(0, end);
      for (const { nameSpan } of sourceOf('package.json', cut).dependencies) {
        assert.ok(nameSpan.start >= 0 && nameSpan.start <= nameSpan.end && nameSpan.end <= cut.length);
      }
    }
  });
});
