FROM eclipse-temurin:25-jdk AS build

# The wrapper knows the checksum of Maven's zip file alone, and without unzip it would fetch another file.
RUN apt-get update \
    && apt-get install --yes --no-install-recommends unzip wget \
    && rm -rf /var/lib/apt/lists/*

WORKDIR /build
COPY mvnw pom.xml ./
COPY .mvn .mvn
COPY src src

# The image carries no database of its own: it is always pointed at a server, as docker-compose.yml does.
# The mount keeps what Maven fetched from one build of the image to the next and out of every layer.
RUN --mount=type=cache,target=/root/.m2 \
    ./mvnw -DskipTests -Dembedded-postgres=none package \
    && java -Djarmode=tools -jar target/ship-or-skip.jar extract --layers --destination extracted


FROM eclipse-temurin:25-jre

LABEL org.opencontainers.image.title="Ship or Skip" \
      org.opencontainers.image.description="Which AI tool should I ship with? A self-hosted site of panel verdicts, comparisons and votes." \
      org.opencontainers.image.licenses="Apache-2.0"

RUN useradd --uid 10001 --user-group --no-create-home --home-dir /tmp --shell /usr/sbin/nologin ship-or-skip

# One layer each, from what changes least to what changes most, so that an update moves little.
WORKDIR /app
COPY --from=build /build/extracted/dependencies/ ./
COPY --from=build /build/extracted/spring-boot-loader/ ./
COPY --from=build /build/extracted/snapshot-dependencies/ ./
COPY --from=build /build/extracted/application/ ./

# What the site keeps beside its database: the key of the visitors' cookies, unless one is set.
RUN install --directory --owner=10001 --group=10001 --mode=700 /data
ENV SHIPORSKIP_DATAFOLDER=/data
VOLUME /data

# A number, because Kubernetes cannot tell from a name that a user is not root.
USER 10001:10001

# The heap follows the container's memory limit, and the rest is for threads, code and buffers.
# The serial collector costs the least memory and is the best choice for the one or two cores of a small site.
ENV JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=70 -XX:+UseSerialGC"

# The port of the health checks, which the container alone reaches unless somebody publishes it.
ENV MANAGEMENT_SERVER_PORT=9090

EXPOSE 8080

# The image has no curl, and a second JVM every few seconds would cost more than the site, so bash asks by itself.
HEALTHCHECK --interval=15s --timeout=5s --start-period=90s --retries=3 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/${MANAGEMENT_SERVER_PORT:-${SERVER_PORT:-8080}} && printf 'GET /actuator/health/readiness HTTP/1.1\\r\\nHost: localhost\\r\\nConnection: close\\r\\n\\r\\n' >&3 && read -r status <&3 && [[ $status == 'HTTP/1.1 200'* ]]"]

ENTRYPOINT ["java", "-jar", "ship-or-skip.jar"]
