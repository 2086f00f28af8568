resource "helm_release" "ingress" {
  name       = "ingress"
  repository = "https://kubernetes.github.io/ingress-nginx"
  chart      = "ingress-nginx"
  version    = "4.13.0"
}

resource "helm_release" "mesh" {
  name       = "mesh"
  repository = "https://istio-release.storage.googleapis.com/charts"
  chart      = "istiod"
  version    = "1.27.1"
}

resource "helm_release" "grafana" {
  name       = "dashboards"
  repository = "https://grafana.github.io/helm-charts"
  chart      = "grafana"
  version    = "10.0.0"
}

resource "helm_release" "policies" {
  name       = "policies"
  repository = "https://kyverno.github.io/kyverno"
  chart      = "kyverno"
  version    = "3.5.2"
}
