// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCheckBox>
#include <QLineEdit>
#include <QTabBar>

#include "client/core/sentences.h"
#include "client/desktop/lounge/markdown_view.h"
#include "client/desktop/lounge/name_dialog.h"
#include "client/desktop/lounge/post_dialog.h"
#include "client/desktop/lounge/profile_dialog.h"
#include "client/desktop/lounge/tag_words.h"
#include "client/desktop/safety/confirm_dialog.h"
#include "lounge_bench.h"

using namespace Qt::StringLiterals;
using namespace jjak;
using namespace jjak::desktop;
using namespace jjak::desktop::test;
using namespace protocol;

//! The lounge as it is written: a name, a post, a profile.
class TestLoungeWriting : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void firstPostAsksForAName();
    void refusedNameIsSaidBesideIt();
    void firstCommentAsksForAName();
    void postIsWrittenAndShown();
    void previewShowsWhatReadersSee();
    void draftIsKeptUntilItIsThrownAway();
    void refusalStandsBesideWhatItIsAbout_data();
    void refusalStandsBesideWhatItIsAbout();
    void postIsChanged();
    void deletingAsksFirst();
    void profileIsSaved();
    void profileErrorsStandBesideTheirFields();
    void popularityIsExplained();
    void tagsAreReadFromALine();
};

namespace {

PostDialog *write(LoungeBench &bench, const QString &title, const QString &text, const QString &tags)
{
    bench.list().setFocus();
    QTest::keyClick(&bench.list(), Qt::Key_N);
    auto *dialog = bench.dialog<PostDialog>();
    if (dialog && QTest::qWaitForWindowActive(dialog)) {
        dialog->titleEdit()->setText(title);
        dialog->textEdit()->setPlainText(text);
        dialog->tagsEdit()->setText(tags);
    }
    return dialog;
}

} // namespace

void TestLoungeWriting::firstPostAsksForAName()
{
    LoungeBench bench(false);
    bench.page().newButton()->click();
    auto *name = bench.dialog<NameDialog>();
    QVERIFY(name && !bench.dialog<PostDialog>());
    QVERIFY(!name->okButton()->isEnabled());
    name->edit()->setText(u"달빛"_s);
    QTest::keyClick(name->edit(), Qt::Key_Return);
    QTRY_VERIFY(bench.dialog<PostDialog>());
    QCOMPARE(bench.last<cmd::Introduce>().profile.name, u"달빛"_s);
    QVERIFY(!bench.last<cmd::Introduce>().profile.ranked); // only who wants it is ranked
}

void TestLoungeWriting::refusedNameIsSaidBesideIt()
{
    LoungeBench bench(false);
    bench.page().newButton()->click();
    auto *name = bench.dialog<NameDialog>();
    for (const ErrorCode code : {ErrorCode::LoungeNameSame, ErrorCode::AccountNameTaken}) {
        bench.peer().on<cmd::Introduce>([&, code](qint64 id, const cmd::Introduce &) { bench.peer().refuse(id, Error{code}); });
        name->edit()->setText(u"나"_s);
        name->okButton()->click();
        QTRY_COMPARE(name->error(), client::sentence(Error{code}));
        QCOMPARE(name->edit()->accessibleDescription(), client::sentence(Error{code}));
        QVERIFY(name->okButton()->isEnabled());
    }
}

void TestLoungeWriting::firstCommentAsksForAName()
{
    LoungeBench bench(false);
    bench.open(1);
    bench.view().box()->edit()->setPlainText(u"hello"_s);
    bench.view().box()->sendButton()->click();
    QVERIFY(bench.dialog<NameDialog>());
    QCOMPARE(bench.count<cmd::WriteComment>(), 0);
    bench.dialog<NameDialog>()->edit()->setText(u"달빛"_s);
    bench.dialog<NameDialog>()->okButton()->click();
    QTRY_COMPARE(bench.view().cards().size(), 1);
    QCOMPARE(bench.last<cmd::WriteComment>().text, u"hello"_s);
}

void TestLoungeWriting::postIsWrittenAndShown()
{
    LoungeBench bench;
    PostDialog *dialog = write(bench, {}, u"body"_s, u"#Film, weekend"_s);
    QVERIFY(dialog);
    QVERIFY(!dialog->postButton()->isEnabled()); // without a title
    dialog->titleEdit()->setText(u"Sunday"_s);
    QTest::keyClick(dialog->textEdit(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(bench.count<cmd::WritePost>(), 1);
    const auto asked = bench.last<cmd::WritePost>();
    QCOMPARE(asked.heading, u"Sunday"_s);
    QCOMPARE(asked.tags, (QList<QString>{u"film"_s, u"weekend"_s}));
    QTRY_COMPARE(bench.page().posts()->postAt(0)->heading, u"Sunday"_s);
    QTRY_VERIFY(!bench.dialog<PostDialog>());
    QVERIFY(bench.desk.session().lounge().draft().isEmpty());
}

void TestLoungeWriting::previewShowsWhatReadersSee()
{
    LoungeBench bench;
    PostDialog *dialog = write(bench, u"t"_s, u"a **b** <i>c</i> ![d](file:///etc/passwd)"_s, {});
    dialog->showPreview(true);
    QVERIFY(dialog->preview()->isVisible() && !dialog->textEdit()->isVisible());
    QCOMPARE(dialog->preview()->document()->toPlainText(), u"a b <i>c</i> d"_s);
    dialog->showPreview(false);
    QVERIFY(dialog->textEdit()->isVisible());
}

void TestLoungeWriting::draftIsKeptUntilItIsThrownAway()
{
    LoungeBench bench;
    write(bench, u"half a"_s, u"thought"_s, u"#x"_s)->reject();
    QTRY_VERIFY(!bench.dialog<PostDialog>());
    QTRY_COMPARE(bench.desk.session().lounge().draft().text, u"thought"_s);
    bench.page().newPost();
    auto *again = bench.dialog<PostDialog>();
    QCOMPARE(again->titleEdit()->text(), u"half a"_s);
    QCOMPARE(again->textEdit()->toPlainText(), u"thought"_s);
    QCOMPARE(again->tagsEdit()->text(), u"#x"_s);
    // While one types it is kept too, without closing.
    again->textEdit()->setPlainText(u"thought more"_s);
    QTRY_COMPARE(bench.desk.session().lounge().draft().text, u"thought more"_s);
    again->throwButton()->click();
    bench.dialog<ConfirmDialog>()->reject();
    QVERIFY(bench.dialog<PostDialog>());
    QCOMPARE(again->textEdit()->toPlainText(), u"thought more"_s);
    again->throwButton()->click();
    bench.dialog<ConfirmDialog>()->actionButton()->click();
    QTRY_VERIFY(!bench.dialog<PostDialog>());
    QVERIFY(bench.desk.session().lounge().draft().isEmpty());
}

void TestLoungeWriting::refusalStandsBesideWhatItIsAbout_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QString>("said");
    QTest::newRow("title") << u"args.title"_s << u"length"_s << u"A title"_s;
    QTest::newRow("text") << u"args.text"_s << u"length"_s << u"A post"_s;
    QTest::newRow("a tag") << u"args.tags[1]"_s << u"characters"_s << u"Only letters"_s;
    QTest::newRow("a long tag") << u"args.tags[0]"_s << u"length"_s << u"A word here"_s;
    QTest::newRow("tags") << u"args.tags"_s << u"length"_s << u"5 "_s;
}

void TestLoungeWriting::refusalStandsBesideWhatItIsAbout()
{
    QFETCH(QString, field);
    QFETCH(QString, reason);
    QFETCH(QString, said);
    LoungeBench bench;
    bench.peer().on<cmd::WritePost>([&](qint64 id, const cmd::WritePost &) { bench.peer().refuse(id, Error::badField(field, reason)); });
    PostDialog *dialog = write(bench, u"t"_s, u"x"_s, u"#a #b"_s);
    dialog->postButton()->click();
    QTRY_VERIFY2(dialog->error().startsWith(said), qPrintable(dialog->error()));
    const QWidget *wrong = field == "args.title"_L1 ? static_cast<QWidget *>(dialog->titleEdit()) : field == "args.text"_L1 ? static_cast<QWidget *>(dialog->textEdit()) : dialog->tagsEdit();
    QCOMPARE(wrong->accessibleDescription(), dialog->error());
    QVERIFY(wrong->hasFocus());
    QVERIFY(dialog->postButton()->isEnabled());
    QCOMPARE(bench.desk.session().lounge().draft().title, u"t"_s); // nothing is lost
}

void TestLoungeWriting::postIsChanged()
{
    LoungeBench bench;
    bench.open(3);
    LoungeBench::entry(bench.view().menu(), u"Edit …"_s)->trigger();
    auto *dialog = bench.dialog<PostDialog>();
    QCOMPARE(dialog->titleEdit()->text(), bench.samples.posts[3].heading);
    dialog->titleEdit()->setText(u"다른 제목"_s);
    dialog->postButton()->click();
    QTRY_COMPARE(bench.view().post().heading, u"다른 제목"_s);
    QVERIFY(bench.last<cmd::EditPost>().post == bench.samples.posts[3].post);
    QVERIFY(bench.desk.session().lounge().draft().isEmpty()); // a change is no draft
}

void TestLoungeWriting::deletingAsksFirst()
{
    LoungeBench bench;
    bench.open(3);
    const PostId post = bench.samples.posts[3].post;
    LoungeBench::entry(bench.view().menu(), u"Delete …"_s)->trigger();
    QCOMPARE(bench.count<cmd::ErasePost>(), 0);
    bench.dialog<ConfirmDialog>()->actionButton()->click();
    QTRY_VERIFY(!bench.page().showsPost());
    QVERIFY(bench.last<cmd::ErasePost>().post == post);
    QTRY_COMPARE(bench.page().posts()->rowOf(post), -1);
}

void TestLoungeWriting::profileIsSaved()
{
    LoungeBench bench;
    bench.page().showProfile();
    auto *dialog = bench.dialog<ProfileDialog>();
    QCOMPARE(dialog->nameEdit()->text(), u"달빛"_s);
    QVERIFY(dialog->language(u"ko"_s)->isChecked() && !dialog->rankedBox()->isChecked());
    dialog->lineEdit()->setText(u"밤에 걷는 사람"_s);
    dialog->interestsEdit()->setText(u"#Film #산책"_s);
    dialog->language(u"en"_s)->setChecked(true);
    dialog->rankedBox()->setChecked(true);
    dialog->okButton()->click();
    QTRY_VERIFY(!bench.dialog<ProfileDialog>());
    const Profile saved = bench.last<cmd::Introduce>().profile;
    QCOMPARE(saved, (Profile{u"달빛"_s, u"밤에 걷는 사람"_s, {u"en"_s, u"ko"_s}, {u"film"_s, u"산책"_s}, true}));
}

void TestLoungeWriting::profileErrorsStandBesideTheirFields()
{
    LoungeBench bench;
    bench.page().showProfile();
    auto *dialog = bench.dialog<ProfileDialog>();
    bench.peer().on<cmd::Introduce>([&](qint64 id, const cmd::Introduce &) { bench.peer().refuse(id, Error::badField(u"args.profile.interests[0]"_s, u"characters"_s)); });
    dialog->interestsEdit()->setText(u"a!"_s);
    dialog->okButton()->click();
    QTRY_VERIFY(dialog->interestsEdit()->accessibleDescription().startsWith(u"Only letters"_s));
    QCOMPARE(dialog->error(), dialog->interestsEdit()->accessibleDescription());
    dialog->nameEdit()->setText(u" "_s);
    dialog->okButton()->click();
    QVERIFY(!dialog->error().isEmpty());
    QCOMPARE(bench.count<cmd::Introduce>(), 1); // nothing to ask without a name
}

void TestLoungeWriting::popularityIsExplained()
{
    LoungeBench bench;
    bench.page().explainPopularity();
    auto *dialog = bench.dialog<QDialog>();
    QVERIFY(dialog && dialog->accessibleDescription().contains(u"half-life"_s));
}

void TestLoungeWriting::tagsAreReadFromALine()
{
    QCOMPARE(tagsIn(u"#film,#책 Weekend#a  film"_s), (QStringList{u"film"_s, u"책"_s, u"weekend"_s, u"a"_s}));
    QCOMPARE(tagsIn(u" , # "_s), QStringList());
    QCOMPARE(tagsText({u"film"_s, u"책"_s}), u"#film #책"_s);
}

QTEST_MAIN(TestLoungeWriting)
#include "tst_lounge_writing.moc"
