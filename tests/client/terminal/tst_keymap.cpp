// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSet>
#include <QTest>

#include "client/terminal/edit/keymap.h"
#include "client/terminal/edit/line_editor.h"
#include "client/terminal/full/switcher.h"

using namespace Qt::StringLiterals;
using namespace jjak;
using namespace jjak::terminal;
using Where = Binding::Where;
using Area = Hands::Area;
using Code = Key::Code;

//! Which key does what, and that the help tells exactly that.
class TstKeymap : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyKeyDoesWhatItsRowSays();
    void theHelpTellsEveryKeyAndNothingElse();
    void lettersAreWrittenInTheLine();
    void lettersAreKeysInTheLists();
    void theKoreanLayoutHasTheSameKeys();
    void keysThatDependOnTheLine();
    void digitsOnlyOneToNine();
    void theSwitcherFindsByLettersAndFirstConsonants();
    void theSwitcherOpensWhatStandsOut();
    void theSwitcherWithoutAnyChatStays();
};

namespace {

const Hands inLine{Area::Input, false, false}, inRooms{Area::Rooms}, inMessages{Area::Messages};

Key letter(const QString &text)
{
    return {Code::Text, text};
}

//! Where the row's key is to be pressed.
QList<Hands> placesOf(Where where)
{
    switch (where) {
    case Where::Anywhere: return {inLine, inRooms, inMessages};
    case Where::Lists: return {inRooms, inMessages};
    case Where::Rooms: return {inRooms};
    case Where::Messages: return {inMessages};
    case Where::EmptyLine: return {{Area::Input, true, true}};
    case Where::LineEnd: return {{Area::Input, false, true}};
    case Where::Input: return {inLine};
    }
    return {};
}

RoomId roomOf(int number)
{
    SeededRng rng{std::uint64_t(number)};
    return RoomId::random(rng);
}

Switcher switcher()
{
    return Switcher({{roomOf(1), u"보라"_s}, {roomOf(2), u"도윤"_s}, {roomOf(3), u"Maximiliane Alexandra"_s}});
}

} // namespace

void TstKeymap::everyKeyDoesWhatItsRowSays()
{
    for (const Binding &binding : bindings()) {
        Key key = binding.key;
        if (key.code == Code::Alt && key.text.size() > 1)
            key.text = u"7"_s;
        for (const Hands &hands : placesOf(binding.where))
            QVERIFY2(actOf(key, hands) == binding.act, qPrintable(nameOf(key)));
    }
}

void TstKeymap::theHelpTellsEveryKeyAndNothingElse()
{
    QSet<QString> told, bound{u"y"_s, u"n"_s, u"1…9"_s, u"0"_s};
    for (const QString &line : keyHelp()) {
        if (!line.contains(u'\t'))
            continue; // a heading
        QVERIFY2(!line.section(u'\t', 0, 0).isEmpty() && !line.section(u'\t', 1).isEmpty(), qPrintable(line));
        for (const QString &name : line.section(u'\t', 0, 0).split(u", "_s))
            told.insert(name);
    }
    for (const Binding &binding : bindings())
        bound.insert(nameOf(binding.key));
    QCOMPARE(told, bound);
}

void TstKeymap::lettersAreWrittenInTheLine()
{
    for (const QString &text : {u"j"_s, u"G"_s, u"n"_s, u"r"_s, u"ㅓ"_s, u"가"_s, u"?"_s, u"5"_s})
        QVERIFY2(!actOf(letter(text), inLine), qPrintable(text));
    LineEditor line;
    QVERIFY(applyKey(line, letter(u"r"_s)));
    QCOMPARE(line.text(), u"r"_s);
}

void TstKeymap::lettersAreKeysInTheLists()
{
    QVERIFY(actOf(letter(u"j"_s), inMessages) == Act::Down && actOf(letter(u"j"_s), inRooms) == Act::Down);
    QVERIFY(actOf(letter(u"g"_s), inMessages) == Act::First && actOf(letter(u"G"_s), inMessages) == Act::Last);
    QVERIFY(actOf(letter(u"r"_s), inMessages) == Act::Reply && !actOf(letter(u"r"_s), inRooms));
    QVERIFY(actOf({Code::Enter}, inMessages) == Act::Reply && actOf({Code::Enter}, inRooms) == Act::OpenRoom && actOf({Code::Enter}, inLine) == Act::Send);
    QVERIFY(!actOf(letter(u"x"_s), inMessages)); // goes on in the line
}

void TstKeymap::theKoreanLayoutHasTheSameKeys()
{
    for (const auto &[hangul, latin] : {std::pair(u"ㅓ"_s, u"j"_s), std::pair(u"ㅏ"_s, u"k"_s), std::pair(u"ㅎ"_s, u"g"_s), std::pair(u"ㅜ"_s, u"n"_s), std::pair(u"ㄱ"_s, u"r"_s), std::pair(u"ㄷ"_s, u"e"_s)}) {
        QVERIFY(actOf(letter(latin), inMessages).has_value());
        QVERIFY(actOf(letter(hangul), inMessages) == actOf(letter(latin), inMessages));
    }
    QVERIFY(actOf({Code::Alt, u"ㅁ"_s}, inLine) == Act::NextUnread);
}

void TstKeymap::keysThatDependOnTheLine()
{
    const Hands empty{Area::Input, true, true}, end{Area::Input, false, true};
    QVERIFY(actOf(Key::control(u'k'), inLine) == Act::EraseRest);
    QVERIFY(actOf(Key::control(u'k'), end) == Act::Switch && actOf(Key::control(u'k'), empty) == Act::Switch && actOf(Key::control(u'k'), inRooms) == Act::Switch);
    QVERIFY(actOf(Key::control(u'd'), empty) == Act::Quit && actOf(Key::control(u'd'), end) == Act::Erase && actOf(Key::control(u'd'), inMessages) == Act::HalfDown);
    QVERIFY(actOf(Key::control(u'u'), end) == Act::EraseBefore && actOf(Key::control(u'u'), inMessages) == Act::HalfUp);
    QVERIFY(actOf(letter(u"?"_s), empty) == Act::Help && !actOf(letter(u"?"_s), end));
    LineEditor line;
    line.setText(u"abc"_s, 1);
    QVERIFY(!Hands::on(line).atLineEnd && !Hands::on(line).lineIsEmpty);
    line.end();
    QVERIFY(Hands::on(line).atLineEnd);
}

void TstKeymap::digitsOnlyOneToNine()
{
    QVERIFY(actOf({Code::Alt, u"1"_s}, inLine) == Act::RoomByNumber && actOf({Code::Alt, u"9"_s}, inMessages) == Act::RoomByNumber);
    QVERIFY(!actOf({Code::Alt, u"0"_s}, inLine) && !actOf({Code::Alt, u"10"_s}, inLine) && !actOf({Code::Alt, u"x"_s}, inLine));
}

void TstKeymap::theSwitcherFindsByLettersAndFirstConsonants()
{
    Switcher all = switcher();
    QCOMPARE(all.view().lines.size(), 3);
    for (const auto &[typed, room] : {std::pair(u"alex"_s, 3), std::pair(u"ㄷㅇ"_s, 2), std::pair(u"보"_s, 1)}) {
        Switcher one = switcher();
        QVERIFY(one.act(letter(typed)) == Switcher::Wish::Nothing);
        QCOMPARE(one.view().lines.size(), 1);
        QVERIFY(one.chosen() == roomOf(room));
        QVERIFY(one.view().title.endsWith(typed));
    }
}

void TstKeymap::theSwitcherOpensWhatStandsOut()
{
    Switcher all = switcher();
    QVERIFY(all.chosen() == roomOf(1));
    all.act({Code::Down});
    all.act({Code::Down});
    QCOMPARE(all.view().chosen, 2);
    all.act({Code::Down}); // in a circle
    QVERIFY(all.chosen() == roomOf(1));
    all.act({Code::Up});
    QVERIFY(all.chosen() == roomOf(3));
    QVERIFY(all.act({Code::Enter}) == Switcher::Wish::Open);
    QVERIFY(all.act({Code::Escape}) == Switcher::Wish::Close);
    QVERIFY(all.act(Key::control(u'k')) == Switcher::Wish::Close);
}

void TstKeymap::theSwitcherWithoutAnyChatStays()
{
    Switcher one = switcher();
    one.act(letter(u"nobody"_s));
    QVERIFY(one.chosen().isNull());
    QVERIFY(one.act({Code::Enter}) == Switcher::Wish::Nothing);
    one.act({Code::Down});
    QCOMPARE(one.view().chosen, -1);
    QCOMPARE(one.view().lines.size(), 1); // says so
    one.act(Key::control(u'u'));
    QVERIFY(one.chosen() == roomOf(1));
}

QTEST_GUILESS_MAIN(TstKeymap)
#include "tst_keymap.moc"
