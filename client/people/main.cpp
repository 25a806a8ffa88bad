// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>
#include <cstdio>

#include "client/core/place/place_list.h"
#include "client/people/dates/crew.h"
#include "client/people/dates/timeline.h"
#include "client/people/lounge/companion.h"
#include "client/people/lounge/regular.h"
#include "client/people/options.h"
#include "client/people/person.h"

namespace {

using namespace jjak;
using namespace jjak::people;

//! Host lines and aliases are told in the language of the demo people.
void speak(QTranslator &translator, Speech speech)
{
    const bool korean = speech == Speech::Korean;
    QLocale::setDefault(korean ? QLocale(QLocale::Korean, QLocale::SouthKorea) : QLocale(QLocale::English));
    if (translator.load(korean ? QStringLiteral(":/i18n/jjak_ko") : QStringLiteral(":/i18n/jjak_en")))
        QCoreApplication::installTranslator(&translator);
}

std::optional<PersonConfig> configOf(const Options &options, size_t number, client::PlaceList &places)
{
    const QString &where = options.places[qsizetype(number) % options.places.size()];
    const auto found = places.search(where, 1);
    if (found.isEmpty()) {
        std::fprintf(stderr, "jjak-people: no place is called “%s”\n", where.toUtf8().constData());
        return std::nullopt;
    }
    PersonConfig config;
    config.number = int(number);
    config.behaviour = options.behaviours[number];
    config.server = options.server;
    config.demoKey = options.demoKey;
    config.latitude = found.first().latitude;
    config.longitude = found.first().longitude;
    config.silent = options.timeline;
    config.quiet = std::chrono::seconds(options.quietSeconds);
    return config;
}

int runPeople(QCoreApplication &app, const Options &options)
{
    SystemRng rng;
    QTranslator translator;
    speak(translator, options.speech);
    client::PlaceList places;
    std::vector<std::unique_ptr<Person>> people;
    std::vector<std::unique_ptr<Guest>> guests;
    std::vector<std::unique_ptr<Regular>> regulars;
    std::vector<std::unique_ptr<Companion>> companions;
    Crew crew(options.once, rng);
    Timeline timeline;
    for (size_t i = 0; i < options.behaviours.size(); ++i) {
        const auto config = configOf(options, i, places);
        if (!config)
            return 2;
        people.push_back(std::make_unique<Person>(*config, rng));
        if (int(i) < options.dates) {
            guests.push_back(std::make_unique<Guest>(people.back()->session(), options.speech, config->behaviour == Behaviour::Friendly, rng));
            crew.add(*guests.back());
            if (options.timeline)
                timeline.add(*guests.back());
        }
        if (int(i) < options.lounge) {
            regulars.push_back(std::make_unique<Regular>(people.back()->session(), int(i), options.speech, rng));
            companions.push_back(std::make_unique<Companion>(people.back()->session(), int(i), options.speech, rng, Companion::Pace()));
        }
        people.back()->begin();
    }
    if (options.once)
        QObject::connect(&crew, &Crew::evening, &app, [] { QCoreApplication::quit(); });
    return app.exec();
}

void printLatency(const char *what, const Histogram &h)
{
    const auto ms = [&](double share) { return double(h.quantile(share)) / 1000; };
    std::printf("%-9s p50 %8.2f ms  p90 %8.2f ms  p99 %8.2f ms  max %8.2f ms\n", what, ms(0.5), ms(0.9), ms(0.99), double(h.max()) / 1000);
}

int runLoad(const LoadConfig &config)
{
    SystemRng rng;
    const LoadResult result = Load(config, rng).run();
    if (!result.ready) {
        std::printf("Not everybody got a room in time: %s\n", result.problem.toUtf8().constData());
        return 1;
    }
    std::printf("rooms %d, sent %lld, acknowledged %lld, refused %lld, delivered %lld, lost connections %lld\n", result.rooms, static_cast<long long>(result.sent),
                static_cast<long long>(result.acknowledged), static_cast<long long>(result.refused), static_cast<long long>(result.delivered),
                static_cast<long long>(result.lostConnections));
    std::printf("acknowledged %.1f msg/s, delivered %.1f msg/s over %.1f s\n", double(result.acknowledged) / result.seconds, double(result.delivered) / result.seconds, result.seconds);
    printLatency("ack", result.ack);
    printLatency("delivery", result.delivery);
    return result.acknowledged == result.sent && result.delivered == result.sent ? 0 : 1;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("jjak-people"));
    QCoreApplication::setOrganizationName(QStringLiteral("jjak"));
    QCoreApplication::setApplicationVersion(QStringLiteral(JJAK_VERSION));
    const Options options = readOptions(app);
    return options.load ? runLoad(*options.load) : runPeople(app, options);
}
