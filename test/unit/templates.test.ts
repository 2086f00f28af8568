import assert from 'node:assert/strict';
import { templates } from '../../server/src/core/files/templates';
import { holdsExpression, hole, maskTemplate } from '../../server/src/core/syntax/template';
import { text } from '../support/findings';
import { assertRead, attributeMarks, marksOf } from '../support/marks';

describe('Go templates', () => {
  const assertMask = (content: string, expected: string) =>
    assert.equal(maskTemplate(content), expected.replaceAll('_', hole));

  it('are holes in values and in keys', () => {
    assertMask('a: {{ .b }}', 'a: ________');
    assertMask('a: "x{{ .b }}y"', 'a: "x________y"');
    assertMask('{{ .a }}: b', '________: b');
    assertMask('- {{ .a }}', '- ________');
    assertMask('a: {{ if .b }}c{{ end }}', 'a: ___________c         ');
    assertMask('a: b{{ template "c" . }}', 'a: b____________________');
  });

  it('are blank where they fill their lines, and where they only steer what is around them', () => {
    assertMask('  {{- include "a" . | nindent 4 }}\nb', `${' '.repeat(34)}\nb`);
    assertMask('{{ .a }} {{ .b }}  # c', '                   # c');
    assertMask('{{- if .a }}b: c{{- end }}', '            b: c          ');
    assertMask('{{- $x := .a -}}\n- {{ with .b }}c', '                \n-              c');
    assertMask('a: {{- range .b }}\n', 'a:                \n');
  });

  it('may hold strings, comments and several lines', () => {
    assertMask('a: {{ "}}" }}b', 'a: __________b');
    assertMask('a: {{ "\\"}}" }}b', 'a: ____________b');
    assertMask('a: {{`{{ .b }}`}}c', 'a: ______________c');
    assertMask('{{- /* }} a: b\nc: d */ -}}\ne', '              \n           \ne');
    assertMask('a: {{ b\r\n  c }}d', 'a: ____\r\n______d');
    assertMask('a: "{{ printf \\"%s\\" .b }}" # "', 'a: "______________________" # "');
  });

  it('end with their line while they are being typed', () => {
    assertMask('a: {{ .b\nc: {{ .d }}', 'a: _____\nc: ________');
    assertMask('a: {{ .b\n# `c` }}', 'a: _____\n# `c` }}');
    assertMask('a: {{ "b\nc: d', 'a: _____\nc: d');
    assertMask('{{/* a\nb: c', '      \nb: c');
    assertMask('a: {{', 'a: __');
    assertMask('a: b', 'a: b');
  });

  it('can be told from literals', () => {
    for (const value of [`a${hole}`, 'a{{', '$' + '{a}']) assert.ok(holdsExpression(value), value);
    for (const value of ['', 'a', '{a}', '$a']) assert.ok(!holdsExpression(value), value);
  });

  const many = 100_000;
  for (const piece of [
    '{{',
    '{{ "',
    '{{ `',
    '{{/*',
    '{{ .a }}',
    '{{ if ',
    '{{ "a\n',
    '{{ "\\',
    '`{{"',
    '{{-\n',
    '{{$a',
  ]) {
    it(`take linear time on ${JSON.stringify(piece)} @all`, () => void maskTemplate(piece.repeat(many))).timeout(
      30_000,
    );
  }
});

describe('Helm templates', () => {
  it('are recognised by folder and content, or by language', () => {
    const head = 'apiVersion: v1\nkind: Pod\n';
    const files: readonly (readonly [path: string, head: string, matches: boolean, languageId?: string])[] = [
      ['chart/templates/pod.yaml', head, true],
      ['templates/a/pod.yml', head, true],
      ['chart/templates/_helpers.tpl', '{{- define "a" -}}', true],
      ['chart/templates/pod.yaml', '# Copyright\r\napiVersion: v1', true],
      ['chart/templates/NOTES.txt', '{{ .Chart.Name }}', false, 'helm'],
      ['chart/templates/a.json', '{{ .Chart.Name }}', false],
      ['chart/mytemplates/pod.yaml', head, false],
      ['site/templates/menu.yaml', 'title: Menu\nitems:\n  apiVersion: 1\n', false],
      ['pod.yaml', head, false],
      ['pod.yaml', head, true, 'helm'],
      ['pod.yaml', head, false, 'yaml'],
    ];
    for (const [path, text, matches, languageId] of files) {
      const file = { path, head: text, ...(languageId && { languageId }) };
      assert.equal(templates.matches(file), matches, `${path} ${languageId}\n${text}`);
    }
  });

  it('have objects of APIs that are not of Kubernetes', () => {
    assertRead(
      templates,
      text`
      {{- if .Capabilities.APIVersions.Has "monitoring.coreos.com/v1" }}
      apiVersion: monitoring.coreos.com/v1
                  ^^^^^^^^^^^^^^^^^^^^^^^^ k8s-api monitoring.coreos.com/v1 (object)
                  ^^^^^^^^^^^^^^^^^^^^^^^^ kind = ServiceMonitor
      kind: ServiceMonitor
      metadata:
        name: {{ include "a" . }}
      {{- end }}
      ---
      kind: Certificate # before its version
      apiVersion: "cert-manager.io/v1"
                   ^^^^^^^^^^^^^^^^^^ k8s-api cert-manager.io/v1 (object)
                   ^^^^^^^^^^^^^^^^^^ kind = Certificate
      ---
      apiVersion: acme.io/v1
                  ^^^^^^^^^^ k8s-api acme.io/v1 (object)
      kind: {{ .Values.kind }}
      ---
      apiVersion: acme.io/v1
                  ^^^^^^^^^^ k8s-api acme.io/v1 (object)`,
      (dependency) => [...marksOf(dependency), ...attributeMarks(dependency)],
    );
    const [object] = templates.read('apiVersion: acme.io/v1\nkind: {{ .Values.kind }}\n');
    assert.deepEqual(object?.attributes?.(), new Map([['kind', undefined]]));
  });

  it('choose between versions of one kind', () => {
    assertRead(
      templates,
      text`
      {{- if .a }}
      apiVersion: getambassador.io/v2
                  ^^^^^^^^^^^^^^^^^^^ kind = Mapping
      {{- else }}
      apiVersion: getambassador.io/v1
                  ^^^^^^^^^^^^^^^^^^^ kind = Mapping
      {{- end }}
      kind: Mapping`,
      attributeMarks,
    );
  });

  it("have nothing to say of Kubernetes' own objects, and of what is not at the root", () => {
    const own = [
      'v1',
      'apps/v1',
      'batch/v1',
      'networking.k8s.io/v1',
      'rbac.authorization.k8s.io/v1',
      'policy/v1',
      'autoscaling/v2',
    ];
    const more = [
      'storage.k8s.io/v1',
      'admissionregistration.k8s.io/v1',
      'coordination.k8s.io/v1',
      'apiextensions.k8s.io/v1',
    ];
    for (const version of [...own, ...more, '{{ .x }}', '{{ .x }}/v1', 'acme.io/', 'Acme', '~']) {
      assert.deepEqual(templates.read(`apiVersion: ${version}\nkind: A\n`), [], version);
    }
    assertRead(
      templates,
      text`
      apiVersion: v1
      kind: List
      items:
        - apiVersion: acme.io/v1
          kind: A
      ---
      kind: ConfigMap
      data:
        a.yaml: |
          apiVersion: acme.io/v1
          image: redis
      ---
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      spec:
        apiVersion: acme.io/v1
        example:
          image: redis`,
    );
  });

  it('have images', () => {
    assertRead(
      templates,
      text`
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        labels: {{- include "a.labels" . | nindent 4 }}
      spec:
        template:
          spec:
            initContainers:
            - image: busybox
                     ^^^^^^^ image busybox (image)
            {{- range .Values.extra }}
            - image: {{ .image }}
            {{- end }}
            containers:
              - name: {{ .Chart.Name }}
                image: "{{ .Values.image.repository }}:{{ .Values.image.tag }}"
              - image: "postgres:{{ .Values.tag | default "16" }}"
                        ^^^^^^^^ image postgres (image)
              - image: {{ .Values.registry }}/redis:7
              - {image: redis:7, env: [{name: A, value: "{{ .b }}"}]}
                        ^^^^^ image redis (image)
                              ^ version 7
              {{- if .Values.proxy }}
              - name: proxy
                image: docker.io/envoyproxy/envoy:v1
                       ^^^^^^^^^^^^^^^^^^^^^^^^^^ image envoyproxy/envoy (image)
                                                  ^^ version v1
              {{- end }}`,
    );
  });

  it('are understood while they are being typed', () => {
    assertRead(
      templates,
      text`
      apiVersion: acme.io/v1
                  ^^^^^^^^^^ k8s-api acme.io/v1 (object)
      kind: A
      metadata:
        name: {{ include "a
        labels: {{ .Val
      spec:
        a: "b
        image: redis
               ^^^^^ image redis (image)
        {{- if
        sideImage: a/b:1
                   ^^^ image a/b (image)
                       ^ version 1`,
    );
  });
});
