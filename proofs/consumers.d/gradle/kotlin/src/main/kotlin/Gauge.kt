class Gauge {
    fun seconds(): Double = 1.0
}
