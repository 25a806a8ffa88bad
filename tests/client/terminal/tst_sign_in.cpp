// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "client/terminal/full/sign_in_form.h"
#include "client/terminal/plain/sign_in_dialog.h"

using namespace Qt::StringLiterals;
using namespace jjak;
using namespace jjak::terminal;
using Wish = SignInForm::Wish;

namespace {

void type(SignInForm &form, const QString &text)
{
    for (const QChar c : text)
        form.act({Key::Code::Text, c});
}

} // namespace

class TstSignIn : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void birthdays_data();
    void birthdays();
    void enterGoesThroughTheFieldsAndSubmits();
    void aNewAccountNeedsABirthday();
    void thePasswordIsHidden();
    void theSwitchStaysSignedInOrNot();
    void keysDoNothingWhileItIsBusy();
    void theDialogAsksForWhatIsMissing();
    void theDialogAsksAgainForABirthdayThatIsNone();
};

void TstSignIn::birthdays_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QByteArray>("day"); // empty: none
    QTest::newRow("iso") << u"2000-02-29"_s << QByteArray("2000-02-29");
    QTest::newRow("digits") << u"19991231"_s << QByteArray("1999-12-31");
    QTest::newRow("korean style") << u"1999. 12. 31."_s << QByteArray("1999-12-31");
    QTest::newRow("slashes") << u"1999/01/02"_s << QByteArray("1999-01-02");
    QTest::newRow("no such day") << u"2001-02-29"_s << QByteArray();
    QTest::newRow("short") << u"99-1-2"_s << QByteArray();
    QTest::newRow("words") << u"tomorrow"_s << QByteArray();
    QTest::newRow("empty") << QString() << QByteArray();
}

void TstSignIn::birthdays()
{
    QFETCH(QString, typed);
    QFETCH(QByteArray, day);
    const auto birth = birthFrom(typed);
    QCOMPARE(birth ? toIso(*birth) : QByteArray(), day);
}

void TstSignIn::enterGoesThroughTheFieldsAndSubmits()
{
    SignInForm form;
    form.begin({}, false);
    QCOMPARE(form.act({Key::Code::Enter}), Wish::Nothing);
    form.act({Key::Code::BackTab});
    type(form, u"민지"_s);
    QCOMPARE(form.act({Key::Code::Enter}), Wish::Nothing);
    type(form, u"secret 12"_s);
    QCOMPARE(form.act({Key::Code::Enter}), Wish::Submit);
    QCOMPARE(form.name(), u"민지"_s);
    QCOMPARE(form.password(), u"secret 12"_s);
}

void TstSignIn::aNewAccountNeedsABirthday()
{
    SignInForm form;
    form.begin(u"민지"_s, false);
    form.act({Key::Code::Function, {}, 2});
    QVERIFY(form.isNewAccount());
    type(form, u"secret 12"_s);
    QCOMPARE(form.act({Key::Code::Enter}), Wish::Nothing);
    type(form, u"1999-02-30"_s);
    QCOMPARE(form.act({Key::Code::Enter}), Wish::Nothing);
    QVERIFY(!form.view({}, 18).error.isEmpty());
    form.act({Key::Code::Backspace});
    form.act({Key::Code::Backspace});
    type(form, u"28"_s);
    QCOMPARE(form.act({Key::Code::Enter}), Wish::Submit);
    QCOMPARE(toIso(*form.birth()), QByteArray("1999-02-28"));
}

void TstSignIn::thePasswordIsHidden()
{
    SignInForm form;
    form.begin(u"a"_s, true);
    const Form view = form.view(u"ws://x"_s, 18);
    QCOMPARE(view.fields.size(), size_t(3));
    QVERIFY(!view.fields[0].secret);
    QVERIFY(view.fields[1].secret);
}

void TstSignIn::theSwitchStaysSignedInOrNot()
{
    SignInForm form;
    form.begin(u"a"_s, false);
    QVERIFY(form.staySignedIn());
    form.act({Key::Code::Tab});
    form.act({Key::Code::Text, u" "_s});
    QVERIFY(!form.staySignedIn());
    QVERIFY(form.view({}, 18).choice.startsWith(u"[ ]"_s));
}

void TstSignIn::keysDoNothingWhileItIsBusy()
{
    SignInForm form;
    form.begin(u"a"_s, false);
    form.setBusy();
    type(form, u"x"_s);
    QCOMPARE(form.act({Key::Code::Enter}), Wish::Nothing);
    QCOMPARE(form.act(Key::control(u'c')), Wish::Quit);
    form.setError(u"no"_s);
    QVERIFY(form.password().isEmpty());
    QVERIFY(!form.isBusy());
}

void TstSignIn::theDialogAsksForWhatIsMissing()
{
    using Question = SignInDialog::Question;
    SignInDialog dialog;
    QVERIFY(!dialog.isComplete());
    dialog.begin(true, {});
    QCOMPARE(dialog.question(), Question::Name);
    dialog.answer(u" 민지 "_s);
    QCOMPARE(dialog.question(), Question::Password);
    dialog.answer(u" with spaces "_s);
    QCOMPARE(dialog.question(), Question::Birth);
    QVERIFY(dialog.prompt(18).contains(u"18"_s));
    dialog.answer(u"2000-02-29"_s);
    QVERIFY(dialog.isComplete());
    QCOMPARE(dialog.name(), u"민지"_s);
    QCOMPARE(dialog.password(), u" with spaces "_s);
    dialog.begin(false, u"민지"_s, u"known"_s);
    QVERIFY(dialog.isComplete());
}

void TstSignIn::theDialogAsksAgainForABirthdayThatIsNone()
{
    SignInDialog dialog;
    dialog.begin(true, u"a"_s, u"b"_s);
    dialog.answer(u"soon"_s);
    QCOMPARE(dialog.question(), SignInDialog::Question::Birth);
    QVERIFY(!dialog.prompt(18).isEmpty());
}

QTEST_GUILESS_MAIN(TstSignIn)
#include "tst_sign_in.moc"
