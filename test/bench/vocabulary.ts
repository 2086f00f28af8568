/** The words that generated files are made of: names that exist, some of them known to the knowledge base, most not. */

export const knownPackages: readonly [string, ...string[]] = [
  ...(['pg', 'mysql2', 'mongodb', 'mongoose', 'ioredis', 'kafkajs', 'amqplib', 'axios', 'express', 'fastify'] as const),
  ...['@apollo/server', '@aws-sdk/client-s3', '@aws-sdk/client-sqs', '@elastic/elasticsearch', '@nestjs/core'],
  ...['graphql', 'next', 'react', 'vue', 'neo4j-driver', 'prom-client', 'web3', 'ethers', 'artillery', 'typescript'],
];

/** Ordinary packages that no stack document is about. */
export const otherPackages: readonly [string, ...string[]] = [
  ...(['lodash', 'chalk', 'glob', 'rimraf', 'semver', 'uuid', 'zod', 'dotenv', 'debug', 'minimist'] as const),
  ...['date-fns', 'dayjs', 'nanoid', 'classnames', 'immer', 'clsx', 'yargs', 'commander', 'execa', 'ora', 'p-limit'],
  ...['fs-extra', 'tslib', 'husky', 'lint-staged', 'cross-env', 'concurrently', 'nodemon', 'prettier', 'eslint'],
];

export const scopes: readonly [string, ...string[]] = [
  '@babel',
  '@types',
  '@shop',
  '@radix-ui',
  '@storybook',
  '@rollup',
];

export const words: readonly [string, ...string[]] = [
  ...(['order', 'stock', 'price', 'basket', 'invoice', 'mail', 'search', 'media', 'user', 'report'] as const),
  ...[
    'gateway',
    'export',
    'import',
    'audit',
    'session',
    'token',
    'cache',
    'queue',
    'image',
    'event',
    'plugin',
    'utils',
  ],
];

export const resources: readonly [string, ...string[]] = [
  ...(['aws_s3_bucket', 'aws_iam_role', 'aws_security_group', 'aws_db_instance', 'aws_sqs_queue'] as const),
  ...['aws_route53_record', 'aws_cloudwatch_log_group', 'aws_lambda_function', 'aws_subnet', 'aws_eks_cluster'],
  ...['aws_elasticache_cluster', 'google_storage_bucket', 'azurerm_storage_account', 'helm_release', 'random_password'],
];

export const images: readonly [string, ...string[]] = [
  ...(['redis', 'postgres', 'mysql', 'rabbitmq', 'busybox', 'nginx', 'quay.io/keycloak/keycloak'] as const),
  ...['ghcr.io/shop/api', 'ghcr.io/shop/web', 'ghcr.io/shop/worker', 'docker.io/bitnami/kubectl', 'grafana/grafana'],
];

export const charts: readonly [readonly [string, string], ...(readonly [string, string])[]] = [
  ['postgresql', 'https://charts.bitnami.com/bitnami'],
  ['redis', 'https://charts.bitnami.com/bitnami'],
  ['ingress-nginx', 'https://kubernetes.github.io/ingress-nginx'],
  ['cert-manager', 'https://charts.jetstack.io'],
  ['common', 'https://charts.shop.example'],
];
