package com.example.kotlin

import com.example.model.Gauge

class Meter : Gauge() {
    val ratio: Double = 0.5

    internal fun scale(factor: Float): Long = (millis() * factor).toLong()
}
