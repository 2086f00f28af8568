import assert from 'node:assert/strict';
import { parse } from 'smol-toml';
import { catalogWith } from '../support/completions';
import { findingsIn } from '../support/findings';
import { fixesIn } from '../support/fixes';

/** Everything that is known could take the place of what is not recommended. */
const catalog = catalogWith(() => '1.2.3');

/** All spellings of a use; each has one finding. */
const texts: Readonly<Record<string, readonly string[]>> = {
  'Cargo.toml': [
    '[dependencies]\nmysql_async = "0.34"\nzx = "1"\n',
    '[dependencies]\nzx = "1"\nmysql_async = { version = "0.34", features = ["a"], default-features = false }\n',
    '[dependencies]\ndb = { features = [\n  "a", # b\n], package = "mysql_async", version = "0.34" } # c\nzx = "1"\n',
    '[dependencies.mysql_async]\nfeatures = [\n  "a",\n]\nversion = "0.34"\n[features]\nzx = []\n',
    '[target.\'cfg(unix)\'.build-dependencies]\n"mysql_async" = \'0.34\'\nzx = "1"\n',
    '[workspace]\nmembers = []\ndependencies.mysql_async = { version = "0.34" }\ndependencies.zx = "1"\n',
    '[dependencies]\nmysql_async.version = "0.34"\nzx = "1"\n',
  ],
  'pyproject.toml': [
    '[project]\ndependencies = [\n  "PyMySQL[rsa]>=1,<2 ; a > \'b\'", # c\n  "zx",\n]\n',
    "[project]\ndependencies = ['pymysql (>=1)', 'zx']\n",
    '[dependency-groups]\na = ["zx", "pymysql"]\n',
    '[project.optional-dependencies]\na = ["pymysql~=1.0",]\nzx = []\n',
    '[tool.poetry.dependencies]\npython = "^3"\npymysql = "^1"\nzx = "1"\n',
    '[tool.poetry.dependencies]\npymysql = { version = "1", extras = ["rsa"], optional = true }\nzx = "1"\n',
    '[tool.poetry.group.a.dependencies.PyMySQL]\nversion = "1"\nextras = ["rsa"]\n[zx]\n',
  ],
  Pipfile: [
    '[packages]\npymysql = "*"\nzx = "1"\n',
    '[dev-packages]\nPyMySQL = {extras = ["rsa"], version = "==1.0"}\nzx = "1"\n',
  ],
  'gradle/libs.versions.toml': [
    '[libraries]\na = "com.rabbitmq:amqp-client:5" # b\nzx = "c:d:1"\n',
    '[libraries]\na = { module = "com.rabbitmq:amqp-client", version = "5" }\nzx = "c:d:1"\n',
    '[versions]\nv = "5"\n[libraries]\na = { group = "com.rabbitmq", name = "amqp-client", version.ref = "v" }\nzx = "c:d:1"\n',
    '[versions]\nv = "5"\n[libraries]\na = { module = "com.rabbitmq:amqp-client", version = { ref = "v" } }\nzx = { module = "c:d", version.ref = "v" }\n',
  ],
};

const countOf = (path: string, text: string) => findingsIn(path, text, catalog).match(/\^ /g)?.length ?? 0;

describe('Every replacing fix in TOML', () => {
  for (const [path, all] of Object.entries(texts)) {
    it(`leaves a file that parses, without the finding and otherwise unchanged: ${path}`, () => {
      for (const text of all) {
        assert.equal(countOf(path, text), 1, text);
        const fixes = fixesIn(path, text, catalog);
        assert.ok(fixes.length > 0, text);
        for (const { title, after } of fixes) {
          const what = `${text}\n→ ${title}\n${after}`;
          assert.doesNotThrow(() => parse(after), what);
          assert.equal(countOf(path, after), 0, what);
          assert.ok(after.includes('1.2.3') || !/\d/.test(text), what);
          assert.equal(after.split('zx').length, text.split('zx').length, what);
        }
      }
    });
  }
});
