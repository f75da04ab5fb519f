/**
 * What stands at the address of an image that the edition has no more: a frame with a bar across it, in the form that the
 * address promises; drawn once, and written down here.
 */
const empty: Readonly<Record<string, string>> = {
  png: "iVBORw0KGgoAAAANSUhEUgAAABgAAAAgCAYAAAAIXrg4AAAAhklEQVR4AeyUMQqAQAwEw71WsPEpNoJvtBI/oFyRK7JFis0VwgrhiK5MGI60577emdVs8jMA57FbZfncA+Avqk8ALOtmTMUBARADbC9AalCKpCg1kAbgFrELLxIBEANsDwBm0fV/40AAiAG2FyA1KEVSlBpIA3CL/rvs+qKqLHcHivxD1fkBAAD//1nLA10AAAAGSURBVAMA2sn3STUIERIAAAAASUVORK5CYII=",
  jpg: "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6jq62rZ4C8ybqmx5moq6T/2wBDARweHigjKE4rK06kbl1upKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKT/wAARCAAgABgDASIAAhEBAxEB/8QAFwABAQEBAAAAAAAAAAAAAAAAAAIDBf/EACEQAAEEAgICAwAAAAAAAAAAAAIAAQMRBBITMUFTVJKj/8QAFQEBAQAAAAAAAAAAAAAAAAAAAAH/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwDru80mTKATaCFU2rP2yrhyflfmymOQAzMjcxG9at68Lbnh9sf2ZQYs80eTEBzbid22rN0yJJIB5mPoYlW109+EQI4wPMyNwEq1q2vwtuCH1R/Vli7TR5MphDuJ1T7M3TKubJ+L+jIJkjAMzH0ARva6avCIzTSZMRnDoIXb7M/bIg//2Q==",
  webp: "UklGRnwAAABXRUJQVlA4IHAAAACQBACdASoYACAAPxF8tFGsKCUiqA1RgCIJaQDOdBEcyl117sbCnq/fRGeo5AAA/teFyl6SmAOGkEG0zQkyNMgWxAbhJHLjZGrjpoWsN194Qup57AmojTutpblE0nS+a3k06xwsFOywJ2KHLFmN77AA",
}

/** The bytes of such an image; `kind` is the end of the address, in whatever case. */
export function withdrawnImage(kind: string): Uint8Array | undefined {
  const written = empty[kind.toLowerCase().replace("jpeg", "jpg")]
  return written === undefined ? undefined : Buffer.from(written, "base64")
}
