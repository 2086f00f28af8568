/** Texts that are read in parts, by kind. */
export const partSeeds: Readonly<Record<string, string>> = {
  terraform: `# The shop.
resource "aws_db_instance" "main" {
  engine = "mysql"
  tags   = { team = var.team }
}
module "cache" {
  source = "terraform-aws-modules/elasticache/aws"
}

resource "null_resource" "script" {
  user_data = <<-EOT
    EOT is not the end
  EOT
}
variable "stage" {}
data "aws_mq_broker" "old" { engine_type = "RabbitMQ" }
`,
  'helm-values': `---
image:
  repository: bitnami/redis
  tag: "7"
list:
- image: "rabbitmq:3"
map: {
  image: "mysql:8"
}
text: |
  image: no
quoted: "one
  two"
last:
  sidecarImage: "memcached:1"
`,
};
