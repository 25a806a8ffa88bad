// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"

#include <QApplication>

namespace jjak::desktop::test {

using namespace Qt::StringLiterals;
using namespace jjak::client::test;

QString MarkingTranslator::translate(const char *context, const char *source, const char *, int) const
{
    // Qt's own words (of dialogs and menus) are not ours to check.
    const QByteArray where(context);
    return where.startsWith("jjak") ? u"⟦%1⟧"_s.arg(QString::fromUtf8(source)) : QString();
}

namespace {

QString settingsFile(const Scene &scene)
{
    return scene.folder.filePath(u"settings.ini"_s);
}

Time now()
{
    return std::chrono::floor<Duration>(std::chrono::system_clock::now());
}

} // namespace

Desk::Desk(int zoom) : settings(settingsFile(scene)), context{*scene.session, settings, secrets, places, languages, theme}
{
    secrets.arrive(std::make_unique<client::MemoryStore>());
    settings.setServer(scene.peer.url());
    theme.setMotionAllowed(false); // pictures are the same every time
    theme.setZoom(zoom);
    font = QApplication::font();
    theme.applyTo(*qApp);
    languages.choose(u"en"_s);
}

void Desk::speak(const QString &code)
{
    languages.choose(code);
    const QString folder = QStringLiteral(JJAK_BIN_DIR) + u"/../translations"_s;
    if (plurals.load(u"jjak_en.qm"_s, folder))
        QCoreApplication::installTranslator(&plurals);
    if (code != "en"_L1 && catalogue.load(u"jjak_%1.qm"_s.arg(languages.current()), folder))
        QCoreApplication::installTranslator(&catalogue);
}

Desk::~Desk()
{
    window.reset();
    QApplication::setFont(font);
}

void Desk::show(const QSize &size)
{
    window = std::make_unique<MainWindow>(context);
    window->resize(size);
    window->show();
    QVERIFY(QTest::qWaitForWindowExposed(window.get()));
    window->activateWindow();
}

void Desk::start(const QList<protocol::Room> &rooms)
{
    if (!window)
        show();
    scene.start(rooms);
    QTRY_VERIFY(!window->showsSignIn());
}

void Desk::tell(const News &news)
{
    const protocol::Nearby nearby{++version, news.ticket, news.proposal, news.ended, news.crowd};
    QSignalSpy changed(&session(), &client::Session::nearbyChanged);
    scene.peer.tell(protocol::ev::NearbyState{nearby});
    QVERIFY(changed.wait());
}

void Desk::choosePlace()
{
    settings.setPlace(client::SavedPlace{u"강남구"_s, Cell::containing({37.5, 127.04}, limits::cellKm)});
}

protocol::Ticket ticket(Reach reach)
{
    return {Cell::containing({37.5, 127.04}, limits::cellKm), reach, now()};
}

ProposalId proposalId(int number)
{
    SeededRng rng{std::uint64_t(number) + 1000};
    return ProposalId::random(rng);
}

protocol::Proposal proposal(int number, Duration left)
{
    return {proposalId(number), now() + left, protocol::Answer::Open, false};
}

protocol::Ended ended(int number, protocol::Outcome outcome, bool mine, std::optional<RoomId> room)
{
    return {proposalId(number), outcome, mine, room};
}

} // namespace jjak::desktop::test
