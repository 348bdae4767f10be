# The portal with everything it needs but the database. Not run where it was written: no container engine ran there.
FROM node:20-bookworm-slim AS node

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
COPY --from=node /usr/local/bin/node /usr/local/bin/node
COPY --from=node /usr/local/lib/node_modules /usr/local/lib/node_modules
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
WORKDIR /src
COPY . .
RUN dotnet publish src/EffectiveSchool.Web --configuration Release --output /app/web \
 && dotnet publish src/EffectiveSchool.Cli --configuration Release --output /app/cli

FROM mcr.microsoft.com/dotnet/aspnet:10.0 AS aspnet

# Debian, because the runtime image stands on Ubuntu, whose package «chromium» wants snap.
FROM debian:trixie-slim
RUN apt-get update \
 && apt-get install --yes --no-install-recommends ca-certificates chromium libicu76 libssl3t64 tzdata \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --system --create-home portal
COPY --from=aspnet /usr/share/dotnet /usr/share/dotnet
RUN ln -s /usr/share/dotnet/dotnet /usr/bin/dotnet
COPY --from=build /app /app
USER portal
WORKDIR /app/web
ENV ASPNETCORE_HTTP_PORTS=8080 Pdf__ChromiumPath=/usr/bin/chromium
EXPOSE 8080
ENTRYPOINT ["dotnet", "EffectiveSchool.Web.dll"]
