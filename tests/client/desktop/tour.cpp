// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tour.h"

#include "date_samples.h"

#include <QApplication>
#include <QDialog>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QToolButton>

#include "client/desktop/chats/composer.h"
#include "client/desktop/chats/composer_edit.h"
#include "client/desktop/chats/conversation_view.h"
#include "client/desktop/chats/link_dialog.h"
#include "client/desktop/chats/message_actions.h"
#include "client/desktop/chats/message_rows.h"
#include "client/desktop/chats/message_view.h"
#include "client/desktop/emoji/emoji_picker.h"
#include "client/desktop/nearby/place_dialog.h"
#include "client/desktop/dates/event_dialog.h"
#include "client/desktop/dates/room_view.h"
#include "client/desktop/pages/chats_page.h"
#include "client/desktop/pages/date_page.h"
#include "client/desktop/pages/nearby_page.h"
#include "client/desktop/pages/settings_page.h"
#include "client/desktop/pages/sign_in_page.h"
#include "client/desktop/safety/confirm_dialog.h"
#include "client/desktop/safety/left_dialog.h"
#include "client/desktop/safety/report_dialog.h"

namespace jjak::desktop::test {

using namespace Qt::StringLiterals;
using namespace jjak::client::test;
using namespace protocol;
namespace {

Time ago(Duration time)
{
    return std::chrono::floor<Duration>(std::chrono::system_clock::now()) - time;
}

protocol::Room person(int number, const QString &name, qint64 head, qint64 read, Duration opened, std::optional<Reach> distance)
{
    protocol::Room room = client::test::room(roomId(number), head);
    room.opened = ago(opened);
    room.members[0].read = read;
    room.members[1].name = name;
    room.members[1].read = head;
    room.distance = distance;
    return room;
}

QList<Message> talk(const QStringList &lines, Duration first, Duration step)
{
    QList<Message> list;
    for (int i = 0; i < lines.size(); ++i) {
        Message one = message(i + 1, lines[i].startsWith(u'>') ? 1 : 2, lines[i].startsWith(u'>') ? lines[i].mid(1) : lines[i]);
        one.at = ago(first - step * i);
        list.append(one);
    }
    return list;
}

//! Answers, changes and reactions in the talk of the first room.
void mark(QList<Message> &talk)
{
    talk[3].reply = 3;
    talk[5].edited = talk[5].at + 1min;
    talk[5].reactions = {{u"👍"_s, {2}}, {u"❤️"_s, {1, 2}}};
    talk[5].change = 1;
    talk[8].reply = 8;
    talk[8].reactions = {{u"😂"_s, {2}}};
    talk[8].change = 2;
    talk[9].deleted = talk[9].at + 1min;
    talk[9].text.clear();
    talk[9].change = 3;
}

void signInScreens(Desk &desk, const At &at)
{
    SignInPage *page = desk.window->signInPage();
    page->setTask(SignInPage::Task::SignUp);
    settle();
    at(u"sign-up"_s, desk.window.get());
    for (auto *button : page->findChildren<QPushButton *>())
        if (button->property("kind") == u"primary"_s)
            button->click(); // everything is missing
    settle();
    at(u"sign-up-errors"_s, desk.window.get());
    page->setTask(SignInPage::Task::SignIn);
    settle();
    at(u"sign-in"_s, desk.window.get());
}

void nearbyScreens(Desk &desk, const At &at)
{
    MainWindow *window = desk.window.get();
    window->showPlace(MainWindow::Place::Nearby);
    settle();
    at(u"nearby-search"_s, window);
    Ticket long_ago = ticket();
    long_ago.since = ago(4min);
    desk.tell({.ticket = long_ago, .crowd = Crowd::Ten});
    settle();
    at(u"nearby-waiting"_s, window);
    desk.tell({.ticket = ticket(), .proposal = proposal(1, 21s)});
    settle();
    at(u"nearby-proposal"_s, window);
    Proposal accepted = proposal(1, 17s);
    accepted.mine = Answer::Accepted;
    accepted.demo = true;
    desk.tell({.ticket = ticket(), .proposal = accepted});
    settle();
    at(u"nearby-accepted"_s, window);
    desk.tell({.ended = ended(1, Outcome::Accepted, false, roomId(1))});
    settle();
    at(u"nearby-match"_s, window);
    desk.tell({.ticket = ticket(), .proposal = proposal(2)});
    desk.tell({.ticket = long_ago, .ended = ended(2, Outcome::Refused, false), .crowd = Crowd::Few});
    settle();
    at(u"nearby-result"_s, window);
    desk.tell({});
}

void chatScreens(Desk &desk, const At &at)
{
    MainWindow *window = desk.window.get();
    window->showPlace(MainWindow::Place::Chats);
    settle();
    at(u"chats-none-chosen"_s, window);
    for (const auto &[number, name] : {std::pair(1, u"chats-conversation"_s), std::pair(3, u"chats-ended"_s), std::pair(4, u"chats-stranger"_s)}) {
        window->openRoom(roomId(number));
        settle();
        at(name, window);
    }
    desk.scene.peer.tell(ev::RoomTyping{roomId(1), 2});
    window->openRoom(roomId(1));
    window->chatsPage()->findChild<ComposerEdit *>()->setPlainText(u"혹시 주말에 시간 괜찮으세요?\n저는 토요일이 좋아요."_s);
    settle();
    at(u"chats-writing"_s, window);
    const QSize size = window->size();
    window->resize(desk.theme.px(420), size.height());
    settle();
    at(u"chats-narrow"_s, window);
    window->showPlace(MainWindow::Place::Nearby);
    settle();
    at(u"nearby-narrow"_s, window);
    window->resize(size);
    window->chatsPage()->findChild<ComposerEdit *>()->clear();
}

//! Everything that people do with messages that are there.
void messageScreens(Desk &desk, const At &at)
{
    MainWindow *window = desk.window.get();
    window->openRoom(roomId(1));
    ConversationView *conversation = window->chatsPage()->conversation();
    const auto show = [&](const QString &name) {
        settle();
        at(name, window);
    };
    conversation->showMessage(4);
    show(u"chats-marks"_s);
    conversation->actions()->reply(6);
    conversation->composer()->edit()->setPlainText(u"저도 다음에는 거기로 갈게요."_s);
    show(u"chats-reply"_s);
    conversation->composer()->cancel();
    conversation->actions()->edit(9);
    show(u"chats-edit"_s);
    conversation->composer()->cancel();
    conversation->composer()->edit()->clear();
    conversation->composer()->edit()->setFocus();
    QTest::keyClicks(conversation->composer()->edit(), u"See you there :he"_s);
    show(u"chats-emoji-names"_s);
    conversation->composer()->edit()->clear();
    conversation->composer()->emojiButton()->click();
    show(u"chats-emoji"_s);
    conversation->picker()->close();
    const QModelIndex own = conversation->messages()->model()->index(conversation->messages()->messages()->rowOfSeq(6), 0);
    const QPointer<QMenu> menu = conversation->actions()->menu(own, readMessage(own));
    QVERIFY(menu);
    menu->popup(window->mapToGlobal(QPoint(40, 40)));
    settle();
    at(u"chats-menu"_s, menu);
    menu->close();
    conversation->actions()->remove(6);
    settle();
    auto *dialog = window->findChild<ConfirmDialog *>();
    QVERIFY(dialog);
    at(u"dialog-delete"_s, dialog);
    dialog->reject();
    settle();
    window->activateWindow();
    conversation->messages()->scrollToEnd();
}

void doorScreens(Desk &desk, const At &at)
{
    MainWindow *window = desk.window.get();
    window->showPlace(MainWindow::Place::Dates);
    settle();
    at(u"date-doors"_s, window);
    BlindDate now;
    now.letGo = LetGo{eventId(1), LobbyEnd::EventClosed};
    now.pairs = {{pairId(), u"otter:gentle:5"_s, ago(-20h), Answer::Open}};
    tellDate(desk, now);
    settle();
    at(u"date-pair"_s, window);
    for (const auto &[seated, name] : {std::pair(1, u"date-lobby-first"_s), std::pair(5, u"date-lobby"_s)}) {
        BlindDate waiting;
        waiting.lobby = lobbyOf(seated);
        if (seated > 4) {
            waiting.lobby->starts = ago(-43s);
            waiting.lobby->wait = 130000;
        }
        tellDate(desk, waiting);
        settle();
        at(name, window);
    }
}

void eveningScreens(Desk &desk, const At &at)
{
    MainWindow *window = desk.window.get();
    const auto play = [&](const Date &date, const QString &name) {
        tellDate(desk, date);
        settle();
        at(name, window);
    };
    play(dateIn(DatePhase::Welcome, 9s), u"date-welcome"_s);
    Date impression = dateIn(DatePhase::Impression, 14s);
    impression.impression = 5;
    play(impression, u"date-impression"_s);
    Date topic = dateIn(DatePhase::Topic, 4s);
    topic.thaw = topic.until;
    window->datePage()->room()->conversation()->composer()->edit()->setPlainText(u"저는 어릴 때 본 그 영화요."_s);
    play(topic, u"date-frozen"_s);
    window->datePage()->room()->conversation()->composer()->edit()->clear();
    play(dateIn(DatePhase::Talk, 131s), u"date-talk"_s);
    const QSize size = window->size();
    window->resize(desk.theme.px(420), size.height());
    settle();
    at(u"date-talk-narrow"_s, window);
    window->resize(size);
    play(dateIn(DatePhase::Arrow, 22s), u"date-arrow-nobody"_s);
    Date arrow = dateIn(DatePhase::Arrow, 17s);
    arrow.arrow = 7;
    arrow.impression = 5;
    play(arrow, u"date-arrow"_s);
    window->resize(desk.theme.px(420), size.height());
    settle();
    at(u"date-arrow-narrow"_s, window);
    window->resize(size);
    Date reveal = dateIn(DatePhase::Reveal, 12s);
    reveal.reveal = revealOf(0);
    play(reveal, u"date-reveal"_s);
    reveal.reveal = revealOf(7);
    play(reveal, u"date-reveal-met"_s);
    Date closed = dateIn(DatePhase::Closed);
    closed.reveal = revealOf(7);
    play(closed, u"date-closed"_s);
    tellDate(desk, BlindDate{});
    settle();
}

void settingsScreen(Desk &desk, const At &at)
{
    const protocol::DeviceInfo here{DeviceId::random(desk.scene.rng), u"내 노트북"_s, ago(240h), ago(1min), true};
    const protocol::DeviceInfo there{DeviceId::random(desk.scene.rng), u"jjak-term on the old computer"_s, ago(960h), ago(50h), false};
    desk.scene.peer.always<cmd::ListDevices>({{here, there}});
    desk.scene.peer.always<cmd::ListBlocks>({{{BlockId::random(desk.scene.rng), u"태오"_s, ago(300h)}, {BlockId::random(desk.scene.rng), {}, ago(30h)}}});
    desk.window->showPlace(MainWindow::Place::Settings);
    QTRY_VERIFY(desk.window->settingsPage()->findChildren<QPushButton *>().size() >= 4);
    settle();
    at(u"settings"_s, desk.window.get());
    const QSize size = desk.window->size();
    desk.window->resize(size.width(), desk.theme.px(1500));
    settle();
    at(u"settings-all"_s, desk.window.get());
    desk.window->resize(size);
}

void dialogScreens(Desk &desk, const At &at)
{
    MainWindow *window = desk.window.get();
    window->openRoom(roomId(1));
    Context &context = desk.context;
    auto *place = new PlaceDialog(context, window, [](QObject *) { return nullptr; });
    auto *edit = place->findChild<QLineEdit *>();
    QInputMethodEvent typed;
    typed.setCommitString(u"ㄱㄴ"_s);
    QApplication::sendEvent(edit, &typed);
    withDialog(desk, u"dialog-place"_s, place, at);
    withDialog(desk, u"dialog-report"_s, new ReportDialog(context, client::Whom::of(roomId(1)), u"보라"_s, window), at);
    withDialog(desk, u"dialog-link"_s, new LinkDialog(context.theme, QUrl(u"https://example.org/a/rather/long/path?with=things"_s), window), at);
    withDialog(desk, u"dialog-event"_s, new EventDialog(context, window), at);
    auto *event = new EventDialog(context, window);
    event->setMinimumHeight(context.theme.px(720)); // a screen with room for all of it
    withDialog(desk, u"dialog-event-all"_s, event, at);
    withDialog(desk, u"dialog-left"_s, new LeftDialog(context.theme, u"보라"_s, window), at);
    for (const auto &[command, name] : {std::pair(Command::Switch, u"dialog-switcher"_s), std::pair(Command::Shortcuts, u"dialog-keys"_s)}) {
        window->commands().action(command)->trigger();
        settle();
        auto *dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget());
        QVERIFY(dialog);
        at(name, dialog);
        dialog->reject();
        settle();
    }
}

} // namespace

void settle()
{
    for (int i = 0; i < 5; ++i)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
}

void withDialog(Desk &desk, const QString &name, QDialog *dialog, const At &at)
{
    dialog->open();
    QVERIFY(QTest::qWaitForWindowExposed(dialog));
    settle();
    at(name, dialog);
    dialog->reject();
    settle();
    desk.window->activateWindow();
}

void fillRooms(Desk &desk)
{
    desk.scene.rooms = {person(1, u"보라"_s, 12, 9, 28h, Reach::Km5), person(2, u"Maximiliane Alexandra"_s, 1, 0, 5h, Reach::Km20),
                        person(3, u"도윤"_s, 3, 3, 80h, Reach::Km2), person(4, u"하늘"_s, 3, 3, 2h, Reach::SameArea), person(5, u"짝이"_s, 2, 2, 200h, {})};
    auto &rooms = desk.scene.rooms;
    rooms[2].members[1].left = true;
    rooms[4].members[1].demo = true;
    rooms[0].changes = 3;
    auto &all = desk.scene.messages;
    all[roomId(1)] = talk({u"안녕하세요! 반가워요 😊"_s, u">안녕하세요, 저도 반갑습니다."_s, u">이 근처에 사세요?"_s, u"네, 회사가 이 근처예요. 점심때 자주 걸어 다녀요."_s, u"가끔 https://example.org/cafe 여기도 가고요."_s,
                           u">오, 저도 그 카페 알아요! 창가 자리가 정말 좋죠. 저는 주말 아침에 책 한 권 들고 가는 걸 좋아해요."_s, u"😍"_s, u"무슨 책 읽으세요?"_s, u">요즘은 단편집이요."_s, u"와, 저도 단편 좋아해요."_s,
                           u"It is a nice way to end a day, one story and then sleep."_s, u"추천해 주실 만한 거 있어요?"_s},
                          25h, 2h + 5min);
    mark(all[roomId(1)]);
    all[roomId(2)] = talk({u"Hello there! Would you like to talk a little about films this evening?"_s}, 3h, 1min);
    all[roomId(3)] = talk({u"안녕하세요"_s, u">안녕하세요!"_s, u"left"_s}, 75h, 20min);
    all[roomId(3)].last().kind = MessageKind::Notice;
    all[roomId(4)] = talk({u">안녕하세요!"_s, u">반갑습니다."_s, u">오늘 날씨가 좋네요."_s}, 90min, 1min);
    all[roomId(5)] = talk({u"안녕하세요! 저는 데모 사람이에요."_s, u">그렇군요!"_s}, 190h, 1min);
    for (protocol::Room &room : rooms)
        room.newest = all[room.room].last();
}

void tour(Desk &desk, const At &at)
{
    desk.scene.peer.always<cmd::Typing>({});
    desk.show();
    QTRY_VERIFY(desk.window->showsSignIn());
    signInScreens(desk, at);
    desk.choosePlace();
    desk.window.reset(); // the pages read the place when they are made
    openDoors(desk, {eventIn(26min), eventIn(50h, 2, u"Sunday Brunch Round"_s)}, Role::Operator);
    fillRooms(desk);
    fillDateRoom(desk);
    desk.show();
    desk.start(desk.scene.rooms);
    nearbyScreens(desk, at);
    doorScreens(desk, at);
    eveningScreens(desk, at);
    chatScreens(desk, at);
    messageScreens(desk, at);
    groupScreens(desk, at);
    loungeScreens(desk, at);
    tableScreens(desk, at);
    settingsScreen(desk, at);
    dialogScreens(desk, at);
}

} // namespace jjak::desktop::test
