/** Durations and times in Gson. Start at {@link io.foliot.gson.FoliotAdapterFactory}. */
package io.foliot.gson;
