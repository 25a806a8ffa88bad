// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>
#include <QTimer>
#include <clocale>
#include <csignal>
#include <cstdio>
#include <langinfo.h>

#include "client/core/settings/secret_store.h"
#include "client/terminal/check/newcomer.h"
#include "client/terminal/curses/curses_screen.h"
#include "client/terminal/full/full_screen.h"
#include "client/terminal/options.h"
#include "client/terminal/plain/plain_mode.h"

namespace {

using namespace jjak;
using namespace jjak::terminal;

//! Everything that lives as long as somebody uses the program; made when the store of secrets is open.
struct Use {
    Use(std::unique_ptr<client::SecretStore> opened, Language &language, client::Settings &userSettings)
        : secrets(std::move(opened)), session(config(), *secrets, rng), commander(session, userSettings, places, language)
    {
        commander.setTokenPlace(secrets->where());
    }
    static client::SessionConfig config()
    {
        client::SessionConfig config;
        config.program = QStringLiteral("jjak-term");
        return config;
    }
    SystemRng rng;
    std::unique_ptr<client::SecretStore> secrets;
    client::PlaceList places;
    client::Session session;
    Commander commander;
};

//! Widths of characters are those of the locale; without a UTF-8 one everything but ASCII would be a guess.
void chooseCharacters()
{
    std::setlocale(LC_ALL, "");
    if (qstrcmp(::nl_langinfo(CODESET), "UTF-8") != 0)
        std::setlocale(LC_CTYPE, "C.UTF-8");
}

int runCheck(QCoreApplication &app, const QUrl &server, bool withDate)
{
    SystemRng rng;
    Newcomer newcomer(rng, withDate);
    // Queued: the newcomer may finish before the loop runs.
    QObject::connect(&newcomer, &Newcomer::finished, &app, [](int code) { QCoreApplication::exit(code); }, Qt::QueuedConnection);
    newcomer.begin(server);
    return app.exec();
}

SignInDialog startOf(const Options &options)
{
    SignInDialog start;
    if (!options.name.isEmpty())
        start.begin(options.signUp, options.name, options.password, options.birth);
    return start;
}

int runPlain(QCoreApplication &app, const Options &options, Language &language, client::Settings &settings, const QUrl &server)
{
    Console console;
    std::unique_ptr<Use> use;
    std::unique_ptr<PlainMode> plain;
    client::openSecretStore({}, 2s, [&](std::unique_ptr<client::SecretStore> store) {
        use = std::make_unique<Use>(std::move(store), language, settings);
        plain = std::make_unique<PlainMode>(console, use->commander);
        QObject::connect(plain.get(), &PlainMode::quitWanted, &app, [](int code) { QCoreApplication::exit(code); }, Qt::QueuedConnection);
        plain->begin(startOf(options));
        use->session.connectTo(server);
    });
    const int code = app.exec();
    plain.reset();
    return code;
}

int runFull(QCoreApplication &app, const Options &options, Language &language, client::Settings &settings, const QUrl &server)
{
    if (!CursesScreen::isPossible()) {
        std::fprintf(stderr, "jjak-term: %s\n", translate("term", "This is no terminal that can show a full screen. Try --plain.").toUtf8().constData());
        return 2;
    }
    CursesScreen screen;
    QObject::connect(&screen, &CursesScreen::endWanted, &app, [] { QCoreApplication::quit(); });
    Canvas first(screen.rows(), screen.columns());
    first.put(screen.rows() / 2, std::max(0, screen.columns() / 2 - 4), QStringLiteral("Jjak 짝 …"), Style::Strong);
    screen.paint(first);
    std::unique_ptr<Use> use;
    std::unique_ptr<FullScreen> full;
    client::openSecretStore({}, 2s, [&](std::unique_ptr<client::SecretStore> store) {
        use = std::make_unique<Use>(std::move(store), language, settings);
        full = std::make_unique<FullScreen>(screen, use->commander);
        QObject::connect(full.get(), &FullScreen::quitWanted, &app, [] { QCoreApplication::quit(); });
        full->begin(startOf(options));
        use->session.connectTo(server);
    });
    const int code = app.exec();
    full.reset();
    return code;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    chooseCharacters();
    QCoreApplication::setApplicationName(QStringLiteral("jjak-term"));
    QCoreApplication::setOrganizationName(QStringLiteral("jjak"));
    QCoreApplication::setApplicationVersion(QStringLiteral(JJAK_VERSION));
    std::signal(SIGPIPE, SIG_IGN);

    client::Settings settings;
    Language language;
    language.choose(settings.language());
    const Options options = readOptions(app);
    if (!options.language.isEmpty())
        language.choose(options.language);
    const QUrl server = options.server.value_or(settings.server());
    switch (options.mode) {
    case Options::Mode::Check:
        return runCheck(app, server, options.withDate);
    case Options::Mode::Plain:
        return runPlain(app, options, language, settings, server);
    case Options::Mode::Full:
        return runFull(app, options, language, settings, server);
    }
    return 0;
}
