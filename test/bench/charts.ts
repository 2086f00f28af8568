import type { Random } from './random';
import { charts, images, words } from './vocabulary';

/** The Chart.yaml of a chart. */
export function chartYaml(random: Random): string {
  const used = [random.pick(charts), random.pick(charts)];
  const dependencies = used.map(
    ([name, repository]) => `  - name: ${name}\n    version: ${random.below(20)}.1.0\n    repository: ${repository}\n`,
  );
  const head = `apiVersion: v2\nname: ${random.pick(words)}\ndescription: A part of the shop.\ntype: application\n`;
  return `${head}version: 1.${random.below(90)}.0\ndependencies:\n${dependencies.join('')}`;
}

/** The values of a chart with so many components. */
export function valuesYaml(random: Random, count: number): string {
  return Array.from({ length: count }, (_, at) => component(random, at)).join('\n');
}

function component(random: Random, at: number): string {
  const name = `${random.pick(words)}${at}`;
  // Most components are written by others, and have their image in the chart.
  const image = random.below(6) ? '' : imageOf(random);
  return `# The ${random.pick(words)} of the ${name}, and what it needs.
${name}:
  enabled: ${random.below(2) === 0}
  replicas: ${random.below(9)}
${image}  resources:
    requests: { cpu: ${random.below(900)}m, memory: ${random.below(900)}Mi }
    limits:
      memory: ${random.below(900)}Mi
  env:
    - name: STAGE
      value: "production"
    - name: ${random.pick(words).toUpperCase()}_URL
      value: https://${random.pick(words)}.shop.example/api
  annotations: {}
  sidecars: []
`;
}

const imageOf = (random: Random) => `  image:
    repository: ${random.pick(images)}
    tag: "${random.below(20)}.${random.below(20)}"
    pullPolicy: IfNotPresent
`;

/** A template of a chart with so many containers. */
export function template(random: Random, count: number): string {
  const containers = Array.from({ length: count }, () => container(random)).join('');
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ include "shop.fullname" . }}-${random.pick(words)}
  labels:
    {{- include "shop.labels" . | nindent 4 }}
spec:
  replicas: {{ .Values.replicas }}
  template:
    spec:
      containers:
${containers}`;
}

const container = (random: Random) => `        - name: ${random.pick(words)}
          image: "${random.pick(images)}:{{ .Values.image.tag | default .Chart.AppVersion }}"
          {{- if .Values.resources }}
          resources:
            {{- toYaml .Values.resources | nindent 12 }}
          {{- end }}
          ports:
            - containerPort: ${random.below(9000)}
          env:
            - name: ${random.pick(words).toUpperCase()}
              value: {{ quote .Values.${random.pick(words)} }}
`;
