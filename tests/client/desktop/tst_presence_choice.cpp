// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCheckBox>

#include "client/desktop/frame/idle_watch.h"
#include "client/desktop/pages/settings_page.h"
#include "client/desktop/settings/privacy_section.h"
#include "desk.h"

using namespace Qt::StringLiterals;
using namespace jjak;
using namespace jjak::desktop;
using namespace jjak::desktop::test;
using namespace jjak::protocol;

//! What others see of somebody: chosen in the settings, and whether anybody is at the keyboard.
class TestPresenceChoice : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void choiceIsAskedOfTheServer();
    void refusedChoiceIsAsBefore();
    void choiceOnAnotherDeviceIsShown();
    void whoTouchesNothingIsAwayUntilTheyDo();
};

namespace {

PrivacySection *section(Desk &desk)
{
    return desk.window->settingsPage()->privacySection();
}

} // namespace

void TestPresenceChoice::choiceIsAskedOfTheServer()
{
    Desk desk;
    desk.start();
    desk.scene.peer.always<cmd::ChangeSettings>({});
    QVERIFY(section(desk)->presence()->isChecked() && section(desk)->read()->isChecked() && section(desk)->typing()->isChecked());
    section(desk)->presence()->click();
    QTRY_COMPARE(desk.scene.peer.count<cmd::ChangeSettings>(), 1);
    QCOMPARE(desk.scene.peer.asked<cmd::ChangeSettings>().first().settings, (protocol::Settings{false, true, true}));
    QTRY_VERIFY(!desk.session().settings().presence);
    QVERIFY(!section(desk)->presence()->isChecked());
}

void TestPresenceChoice::refusedChoiceIsAsBefore()
{
    Desk desk;
    desk.start();
    desk.scene.peer.on<cmd::ChangeSettings>([&](qint64 id, const cmd::ChangeSettings &) { desk.scene.peer.refuse(id, Error{ErrorCode::AccessDenied}); });
    QSignalSpy said(section(desk), &PrivacySection::said);
    section(desk)->typing()->click();
    QTRY_COMPARE(said.size(), 1);
    QVERIFY(section(desk)->typing()->isChecked());
    QCOMPARE(desk.scene.peer.count<cmd::ChangeSettings>(), 1); // showing it asks nothing
}

void TestPresenceChoice::choiceOnAnotherDeviceIsShown()
{
    Desk desk;
    desk.start();
    desk.scene.peer.tell(ev::SettingsState{{true, false, true}});
    QTRY_VERIFY(!section(desk)->read()->isChecked());
    QVERIFY(section(desk)->presence()->isChecked());
    QCOMPARE(desk.scene.peer.count<cmd::ChangeSettings>(), 0);
}

void TestPresenceChoice::whoTouchesNothingIsAwayUntilTheyDo()
{
    IdleWatch watch(1ms);
    QSignalSpy changed(&watch, &IdleWatch::changed);
    QVERIFY(changed.wait());
    QVERIFY(watch.isAway());
    QWidget widget;
    QKeyEvent key(QEvent::KeyPress, Qt::Key_A, Qt::NoModifier);
    QCoreApplication::sendEvent(&widget, &key);
    QCOMPARE(changed.size(), 2);
    QVERIFY(!watch.isAway());
    QEvent paint(QEvent::UpdateRequest);
    QVERIFY(changed.wait()); // and away again
    QCoreApplication::sendEvent(&widget, &paint);
    QVERIFY(watch.isAway());
}

QTEST_MAIN(TestPresenceChoice)
#include "tst_presence_choice.moc"
