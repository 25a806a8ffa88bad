// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "client/terminal/edit/key.h"
#include "client/terminal/edit/line_editor.h"

using namespace Qt::StringLiterals;
using namespace jjak::terminal;

class TstLineEditor : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void typingInsertsAtTheCursor();
    void backspaceTakesAWholeGlyph();
    void keysOfTheShell();
    void wordsAreErasedAndPassed();
    void whatWasErasedCanBePutBack();
    void historyGoesBackAndForth();
    void otherKeysAreLeftAlone();
};

void TstLineEditor::typingInsertsAtTheCursor()
{
    LineEditor line;
    line.insert(u"안요"_s);
    line.left();
    line.insert(u"녕하세"_s);
    QCOMPARE(line.text(), u"안녕하세요"_s);
    QCOMPARE(line.cursor(), qsizetype(4));
}

void TstLineEditor::backspaceTakesAWholeGlyph()
{
    LineEditor line;
    line.setText(u"a👨‍👩‍👧e\u0301"_s);
    line.backspace();
    QCOMPARE(line.text(), u"a👨‍👩‍👧"_s);
    line.left();
    QCOMPARE(line.cursor(), qsizetype(1));
    line.erase();
    QCOMPARE(line.text(), u"a"_s);
    line.erase();
    line.backspace();
    line.backspace();
    QVERIFY(line.isEmpty());
}

void TstLineEditor::keysOfTheShell()
{
    LineEditor line;
    line.setText(u"one two three"_s);
    QVERIFY(applyKey(line, Key::control(u'a')));
    QCOMPARE(line.cursor(), qsizetype(0));
    QVERIFY(applyKey(line, {Key::Code::WordRight}));
    QVERIFY(applyKey(line, Key::control(u'k')));
    QCOMPARE(line.text(), u"one"_s);
    line.setText(u"one two"_s);
    QVERIFY(applyKey(line, Key::control(u'w')));
    QCOMPARE(line.text(), u"one "_s);
    QVERIFY(applyKey(line, Key::control(u'u')));
    QVERIFY(line.isEmpty());
    QVERIFY(applyKey(line, {Key::Code::Text, u"가"_s}));
    QVERIFY(applyKey(line, Key::control(u'e')));
    QCOMPARE(line.cursor(), qsizetype(1));
}

void TstLineEditor::wordsAreErasedAndPassed()
{
    LineEditor line;
    line.setText(u"하나  둘 "_s);
    line.eraseWord();
    QCOMPARE(line.text(), u"하나  "_s);
    line.wordLeft();
    QCOMPARE(line.cursor(), qsizetype(0));
    line.wordRight();
    QCOMPARE(line.cursor(), qsizetype(2));
}

void TstLineEditor::whatWasErasedCanBePutBack()
{
    LineEditor line;
    QVERIFY(applyKey(line, Key::control(u'y')));
    QVERIFY(line.isEmpty());
    line.setText(u"하나 둘 셋"_s);
    applyKey(line, Key::control(u'w'));
    QCOMPARE(line.text(), u"하나 둘 "_s);
    applyKey(line, Key::control(u'k')); // nothing stands behind: what was erased stays
    applyKey(line, Key::control(u'a'));
    applyKey(line, Key::control(u'y'));
    QCOMPARE(line.text(), u"셋하나 둘 "_s);
    applyKey(line, Key::control(u'u'));
    applyKey(line, Key::control(u'e'));
    applyKey(line, Key::control(u'y'));
    QCOMPARE(line.text(), u"하나 둘 셋"_s);
}

void TstLineEditor::historyGoesBackAndForth()
{
    LineEditor line;
    for (const auto &text : {u"one"_s, u"two"_s, u"two"_s}) {
        line.setText(text);
        QCOMPARE(line.take(), text);
        QVERIFY(line.isEmpty());
    }
    line.setText(u"half"_s);
    line.older();
    QCOMPARE(line.text(), u"two"_s);
    line.older();
    QCOMPARE(line.text(), u"one"_s);
    line.older();
    QCOMPARE(line.text(), u"one"_s);
    line.newer();
    line.newer();
    QCOMPARE(line.text(), u"half"_s);
    line.newer();
    QCOMPARE(line.text(), u"half"_s);
}

void TstLineEditor::otherKeysAreLeftAlone()
{
    LineEditor line;
    QVERIFY(!applyKey(line, {Key::Code::Enter}));
    QVERIFY(!applyKey(line, Key::control(u'x')));
    QVERIFY(!applyKey(line, {Key::Code::Up}));
    QVERIFY(line.isEmpty());
}

QTEST_GUILESS_MAIN(TstLineEditor)
#include "tst_line_editor.moc"
