# Built with a JDK, run with a JRE:
#   docker build -t parley .
#   docker run --rm --init -p 127.0.0.1:8080:8080 -v parley-data:/var/lib/parley parley
# docs/install.md tells of a home of your own, of keys, and of the proxy in front.

FROM eclipse-temurin:17-jdk-jammy AS build
WORKDIR /opt/parley
# The libraries change rarely, so they are fetched before the sources are looked at.
COPY mvnw pom.xml ./
COPY .mvn .mvn
RUN ./mvnw -q -B --no-transfer-progress dependency:go-offline || true
COPY src src
RUN ./mvnw -q -B --no-transfer-progress -Dmaven.test.skip=true package
# The demo is learnt here, so that a container is ready at once.
COPY intents intents
COPY training-data training-data
COPY inventory inventory
COPY permissions.yml ./
RUN PARLEY_DATA=/tmp/learning java -XX:+UseParallelGC -Dparley.root=/opt/parley \
      -jar target/quarkus-app/quarkus-run.jar train

FROM eclipse-temurin:17-jre-jammy
RUN apt-get update \
 && apt-get install -y --no-install-recommends curl iputils-ping \
 && rm -rf /var/lib/apt/lists/* \
 && groupadd --system --gid 10001 parley \
 && useradd --system --uid 10001 --gid parley --home-dir /var/lib/parley --no-create-home parley \
 && install -d -o parley -g parley -m 0700 /var/lib/parley \
 && install -d -o parley -g parley /ops /ops/models
WORKDIR /opt/parley
COPY --from=build /opt/parley/target/quarkus-app target/quarkus-app
COPY --from=build /opt/parley/intents intents
COPY --from=build /opt/parley/training-data training-data
COPY --from=build /opt/parley/inventory inventory
COPY --from=build /opt/parley/permissions.yml ./
COPY --from=build --chown=parley:parley /opt/parley/models models
COPY src/main/sh src/main/sh
COPY LICENSE ./
# What just this Java needs to start fast; without it everything works, a little slower.
RUN src/main/sh/archive java /opt/parley/target/quarkus-app/quarkus-run.jar target/parley.jsa \
      -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xms64m -Xmx384m \
 && chmod 0644 target/parley.jsa \
 && ln -s /opt/parley/src/main/sh/contained /usr/local/bin/parley

USER parley
# Inside the container it listens on every address. What may reach it is decided by -p, and by the
# proxy in front that speaks TLS: that is what --behind-proxy promises.
ENV PARLEY_DATA=/var/lib/parley PARLEY_HOST=0.0.0.0 PARLEY_PORT=8080 PARLEY_LOG=json
VOLUME ["/var/lib/parley"]
EXPOSE 8080
HEALTHCHECK --interval=15s --timeout=5s --start-period=180s --retries=3 \
  CMD curl -fsS http://127.0.0.1:8080/q/health/ready || exit 1
STOPSIGNAL SIGTERM
ENTRYPOINT ["parley"]
CMD ["serve", "--behind-proxy"]
