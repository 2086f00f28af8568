# Orders and customers.
resource "aws_db_instance" "orders" {
  identifier        = "orders"
  engine            = "mysql"
  engine_version    = "8.4"
  instance_class    = "db.r8g.large"
  allocated_storage = 100
}

# Reports read from a copy that is already where it should be.
resource "aws_rds_cluster" "reports" {
  cluster_identifier = "reports"
  engine             = "aurora-postgresql"
  engine_version     = "17.5"
}

resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id = "sessions"
  description          = "Sessions and baskets"
  engine               = "valkey"
  node_type            = "cache.r7g.large"
}

resource "aws_sqs_queue" "mails" {
  name = "mails"
}
