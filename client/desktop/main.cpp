// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QDir>
#include <QStandardPaths>

#include "client/core/settings/secret_stores.h"
#include "client/desktop/frame/main_window.h"
#include "client/desktop/frame/only_one.h"
#include "client/desktop/forms/look_boxes.h"
#include "client/desktop/kit/icons.h"
#include "client/desktop/late_secret_store.h"
#include "client/desktop/notify/bus_notifier.h"
#include "client/desktop/notify/notifications.h"
#include "client/desktop/notify/tray.h"
#include "client/desktop/options.h"

using namespace Qt::StringLiterals;
using namespace jjak;
using namespace jjak::desktop;

namespace {

constexpr Duration keychainPatience = 2s;

//! The command line wins over what was chosen before, and is not remembered.
void dress(const Options &options, const client::Settings &settings, Languages &languages, Theme &theme)
{
    theme.setMode(themeMode(options.theme.isEmpty() ? settings.theme() : options.theme));
    theme.setZoom(settings.extra(u"zoom"_s, 100).toInt());
    theme.applyTo(*qApp);
    languages.choose(options.language.isEmpty() ? settings.language() : options.language);
}

void openSecrets(const Options &options, LateSecretStore &secrets)
{
    if (options.dataFolder.isEmpty())
        client::openSecretStore({}, keychainPatience, [&secrets](std::unique_ptr<client::SecretStore> store) { secrets.arrive(std::move(store)); });
    else
        secrets.arrive(std::make_unique<client::FileStore>(options.dataFolder));
}

MainWindow::Place placeOf(const QString &page)
{
    if (page == "dates"_L1)
        return MainWindow::Place::Dates;
    if (page == "chats"_L1)
        return MainWindow::Place::Chats;
    if (page == "lounge"_L1)
        return MainWindow::Place::Lounge;
    return page == "settings"_L1 ? MainWindow::Place::Settings : MainWindow::Place::Nearby;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"jjak"_s);
    QApplication::setApplicationDisplayName(u"Jjak"_s);
    QApplication::setApplicationVersion(QStringLiteral(JJAK_VERSION));
    QApplication::setDesktopFileName(u"jjak"_s);
    const Options options = readOptions(QApplication::arguments());
    if (!options.dataFolder.isEmpty())
        QDir().mkpath(options.dataFolder);
    OnlyOne only((options.dataFolder.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation) : options.dataFolder) + u"/jjak.socket"_s);
    if (!only.claim())
        return 0;

    client::Settings settings(options.dataFolder.isEmpty() ? QString() : options.dataFolder + u"/settings.ini"_s);
    Languages languages;
    Theme theme;
    dress(options, settings, languages, theme);
    QApplication::setWindowIcon(applicationIcon());

    LateSecretStore secrets;
    SystemRng rng;
    client::SessionConfig config;
    config.cacheFolder = options.dataFolder;
    client::Session session(config, secrets, rng);
    const client::PlaceList places;
    const QUrl server = client::Settings::serverFrom(options.server).value_or(settings.server());
    Context context{session, settings, secrets, places, languages, theme, server};
    std::unique_ptr<Tray> tray;
    std::unique_ptr<BusNotifier> bus;
    MainWindow window(context);
    QApplication::setQuitOnLastWindowClosed(false); // it may be in the tray
    QObject::connect(&window, &MainWindow::ended, &application, [] { QApplication::exit(); });
    QObject::connect(&only, &OnlyOne::wanted, &window, &MainWindow::bringUp);
    window.showPlace(placeOf(options.page));
    window.show();

    // The window is there; now what may take a moment.
    QMetaObject::invokeMethod(&application, [&] {
        openSecrets(options, secrets);
        session.connectTo(server);
        tray = std::make_unique<Tray>();
        bus = std::make_unique<BusNotifier>(QDBusConnection::sessionBus());
        window.setTray(tray.get());
        window.notifications()->setNotifiers({bus.get(), tray.get()});
    }, Qt::QueuedConnection);
    return QApplication::exec();
}
