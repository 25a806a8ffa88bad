// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenes.h"

#include "client/terminal/text/sanitize.h"

namespace jjak::terminal::scenes {

using namespace Qt::StringLiterals;

namespace {

MessageLine message(const QString &author, const QString &text, const QString &time, const QString &mark = {}, bool first = true)
{
    MessageLine m;
    m.author = author;
    m.text = clean(text);
    m.time = time;
    m.mark = mark;
    m.mine = !mark.isEmpty();
    m.first = first;
    return m;
}

RoomLine room(int number, const QString &name, const QString &preview, const QString &time, qint64 unread = 0)
{
    RoomLine r;
    r.number = number;
    r.name = cleanLine(name);
    r.preview = cleanLine(preview);
    r.time = time;
    r.unread = unread;
    return r;
}

View base()
{
    View view;
    view.roomsTitle = u"Chats"_s;
    view.status = u"Online"_s;
    view.statusEnd = u"3 unread · F1 help"_s;
    view.hint = u"Write a message"_s;
    view.rooms = {room(1, u"데모 민지"_s, u"오늘 날씨가 정말 좋네요"_s, u"14:05"_s), room(2, u"Alice 👩‍💻"_s, u"see you \u001b[31mlater"_s, u"13:50"_s, 3),
                  room(3, u"아주아주긴이름을가진사람입니다"_s, u"네"_s, u"11-20"_s, 1200)};
    view.rooms[0].open = true;
    view.rooms[2].over = true;
    return view;
}

} // namespace

View conversation()
{
    View view = base();
    view.title = u"데모 민지"_s;
    view.subtitle = u"demo person · less than 5 km away"_s;
    view.messages = {message(u"데모 민지"_s, u"안녕하세요! 만나서 반가워요."_s, u"14:02"_s),
                     message(u"You"_s, u"hello 👨‍👩‍👧 family 👍🏽 flag 🇰🇷 heart ❤️ e\u0301"_s, u"14:03"_s, u"✓✓"_s),
                     message(u"You"_s, u"one\ntwo"_s, u"14:03"_s, u"✓"_s, false),
                     message(u"데모 민지"_s, u"제목을 바꿔 볼게요 \u001b]0;owned\u0007 \u202Egnp.exe"_s, u"14:04"_s),
                     message(u"데모 민지"_s, u"오늘 날씨가 정말 좋네요, 산책하기 딱 좋은 날인 것 같아요. 어디 사세요? 저는 강남 근처에 살고 있어요."_s, u"14:05"_s, {}, false),
                     message(u"You"_s, u"not yet"_s, u"14:06"_s, u"…"_s)};
    view.messages[0].day = u"today"_s;
    view.messages[3].unreadLine = true;
    view.messages.push_back(message(u"You"_s, u"refused"_s, u"14:06"_s, u"!"_s, false));
    view.messages.back().error = u"No more messages until the other side has written."_s;
    view.typing = u"데모 민지 is writing…"_s;
    view.input = u"반가워요 👨‍👩‍👧!"_s;
    view.cursor = view.input.size();
    return view;
}

View answered()
{
    View view = base();
    view.title = u"데모 민지"_s;
    view.subtitle = u"demo person"_s;
    view.messages = {message(u"데모 민지"_s, u"주말에 뭐 하세요? 저는 한강에서 자전거를 탈까 하는데, 같이 타도 좋고요!"_s, u"14:02"_s), message(u"You"_s, u"자전거 좋아해요"_s, u"14:03"_s, u"✓✓"_s),
                     message(u"You"_s, u"its tail does not fit behind this long line"_s, u"14:03"_s, u"✓"_s, false), message(u"데모 민지"_s, u"Message deleted"_s, u"14:04"_s),
                     message(u"데모 민지"_s, u"그럼 토요일에 봐요"_s, u"14:05"_s, {}, false), message(u"You"_s, u"좋아요!"_s, u"14:06"_s, u"…"_s)};
    for (size_t i = 0; i < view.messages.size(); ++i)
        view.messages[i].number = i + 1 < view.messages.size() ? qint64(i) + 9'996 : 0;
    view.messages[0].reactions = u"❤️ 2  👍 1"_s;
    view.messages[1].reply = 9'996;
    view.messages[1].quote = u"데모 민지: "_s + view.messages[0].text;
    view.messages[1].edited = view.messages[2].edited = true;
    view.messages[3].deleted = true;
    view.messages[3].number = 0;
    view.messages[4].reply = 3;
    return view;
}

View naming()
{
    View view = answered();
    view.numbered = true;
    view.said = {u"#10000 데모 민지: 그럼 토요일에 봐요"_s};
    view.input = u"/reply 10000 네, 그때 "_s;
    view.cursor = view.input.size();
    return view;
}

View proposal()
{
    View view = base();
    view.title = u"Nearby"_s;
    view.rooms[0].open = false;
    view.welcome = {u"Somebody is waiting for your answer below."_s};
    view.proposal = ProposalBox{u"Somebody was found. Would you like to talk?"_s, u"A demo person, not a human."_s, 9, false, true};
    view.focus = Focus::Proposal;
    return view;
}

View waiting()
{
    View view = base();
    view.rooms.clear();
    view.title = u"Nearby"_s;
    view.welcome = {u"강남구 근처에서 10 km 안의 사람을 찾고 있어요."_s, u"몇 사람이 기다리고 있어요."_s};
    view.said = {u"No place called “Atlantis” is known. Try the name of a district or a larger town."_s};
    view.saidIsError = true;
    view.input = u"/match 강남구 1"_s;
    view.cursor = view.input.size();
    view.offers = {u"10km"_s, u"100km"_s};
    view.offer = 0;
    view.status = u"Online · looking near 강남구, within 10 km · 1:02"_s;
    return view;
}

View signUp()
{
    View view;
    Form form;
    form.title = u"짝: 새 계정"_s;
    form.intro = {u"서버: wss://jjak.example.org/"_s, u"만 18세부터 쓸 수 있어요."_s};
    form.fields = {{u"이름"_s, u"민지"_s, 2, false}, {u"비밀번호"_s, u"비밀번호입니다"_s, 7, true}, {u"생년월일"_s, u"2000-02-29"_s, 10, false}};
    form.active = 2;
    form.choice = u"[x] 이 컴퓨터에서 로그인 유지"_s;
    form.error = u"이미 있는 이름이에요."_s;
    form.keys = u"F2 계정이 있어요 · Tab 다음 · Esc 끝내기"_s;
    view.form = form;
    view.status = u"연결됨"_s;
    view.statusEnd = u"F1 도움말"_s;
    return view;
}

View help()
{
    View view = base();
    ListBox box{u"Commands"_s, {}, 3};
    for (int i = 1; i <= 40; ++i)
        box.lines += u"/command%1\tline %1 that is long enough to be broken because it does not fit into eighty columns at all"_s.arg(i);
    view.list = box;
    return view;
}

View crowded()
{
    View view = base();
    view.rooms.clear();
    for (int i = 1; i <= 30; ++i)
        view.rooms.push_back(room(i, u"사람 %1"_s.arg(i), u"안녕"_s, u"10:00"_s, i % 7));
    view.roomCursor = 20;
    view.focus = Focus::Rooms;
    view.title = u"사람 21"_s;
    for (int i = 0; i < 100; ++i)
        view.messages.push_back(message(u"사람 21"_s, u"메시지 %1"_s.arg(i), u"10:00"_s, {}, i == 0));
    view.linesBelow = 30;
    return view;
}

namespace {

MessageLine hostLine(const QString &text, const QString &time)
{
    MessageLine m = message({}, text, time);
    m.host = true;
    return m;
}

SeatLine seat(int number, const QString &name, const QString &state, const QString &brief)
{
    SeatLine s;
    s.number = number;
    s.name = name;
    s.state = state;
    s.brief = brief;
    s.mine = brief == u"you"_s;
    s.gone = brief == u"left"_s;
    return s;
}

View table()
{
    View view = base();
    view.rooms[0].open = false;
    view.title = u"Blind date · 오늘의 블라인드 데이트"_s;
    view.status = u"Online"_s;
    view.statusEnd = u"/leave leaves at once · F1 help"_s;
    DateBox date;
    date.phase = u"Talk 2 of 3"_s;
    date.left = u"1:04"_s;
    date.share = 356;
    date.topic = u"하루 동안 한 동물과 말이 통한다면, 누구에게 뭘 물어볼래요?"_s;
    date.seatsTitle = u"Seats"_s;
    date.seats = {seat(1, u"Thoughtful Hedgehog"_s, u"demo person"_s, u"demo"_s), seat(2, u"반짝이는 고슴도치"_s, u"demo person"_s, u"demo"_s), seat(3, u"Playful Otter"_s, u"demo person"_s, u"demo"_s),
                  seat(4, u"Easygoing Squirrel"_s, u"away · demo"_s, u"away"_s), seat(5, u"Warm Owl"_s, u"left"_s, u"left"_s), seat(6, u"Moonlit Deer"_s, u"you"_s, u"you"_s), seat(7, u"Calm Seal"_s, {}, {})};
    view.date = date;
    view.messages = {hostLine(u"Here comes the second topic. Who would like to begin?"_s, u"21:04"_s), message(u"Playful Otter"_s, u"저는 고양이한테 왜 새벽에 뛰는지 물어볼래요."_s, u"21:05"_s),
                     message(u"You"_s, u"me too!"_s, u"21:05"_s, u"✓"_s)};
    return view;
}

} // namespace

View lobby()
{
    View view = base();
    view.rooms.clear();
    view.title = u"Blind date"_s;
    view.lobby = LobbyBox{u"오늘의 블라인드 데이트"_s, 3, 7, u"3 of 7"_s,
                          {u"It starts as soon as it is full, or with those who are here: 00:42"_s, u"Until it is full: about 1 minute"_s, u"You have been waiting for 0:18."_s, QString(),
                           u"Everybody gets a new name for the evening."_s, QString(), u"/leave stops waiting."_s}};
    view.hint = u"/leave stops waiting, F1 for help"_s;
    return view;
}

View dateTalk()
{
    View view = table();
    view.date->seats[2].mark = u"your pick"_s;
    view.date->seats[2].marked = true;
    view.input = u"반가워요!"_s;
    view.cursor = view.input.size();
    return view;
}

View dateArrow()
{
    View view = table();
    view.date->phase = u"Arrow"_s;
    view.date->left = u"0:08"_s;
    view.date->share = 266;
    view.date->topic.clear();
    view.date->seats[2].mark = u"your arrow"_s;
    view.date->seats[2].marked = true;
    view.date->choice = ChoiceBox{u"Whom would you like to meet again?"_s, u"8 s"_s, u"Your arrow points at 3 Playful Otter."_s, {u"1–7 choose   0 nobody   Tab write on"_s, u"1–7 choose   0 nobody"_s, u"1–7, 0 nobody"_s}, true, true};
    view.focus = Focus::Proposal;
    view.held = u"16 s"_s;
    view.hint = u"The host is speaking. You can write in 16 seconds."_s;
    return view;
}

View dateOver()
{
    View view = table();
    view.date->phase = u"Over"_s;
    view.date->left.clear();
    view.date->note = u"can be read until 22 November 21:20"_s;
    view.date->topic.clear();
    view.date->seats[2].mark = u"arrows met"_s;
    view.date->seats[2].marked = true;
    view.date->choice = ChoiceBox{u"Your arrows met: 3 Playful Otter!"_s, u"23:59:12 left"_s, u"Your own room opens when both say yes."_s, {u"/open says yes"_s, u"/open"_s}, false, false};
    view.hint = u"This date is over; /date join takes part in another."_s;
    return view;
}

} // namespace jjak::terminal::scenes
