// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QHash>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

#include "common/protocol/catalogue.h"
#include "common/protocol/document.h"
#include "common/protocol/frame.h"

using namespace jjak;
using namespace jjak::protocol;
using namespace Qt::StringLiterals;

namespace {

const QString markdownPath = QStringLiteral(JJAK_SOURCE_DIR "/PROTOCOL.md");
const QString asyncApiPath = QStringLiteral(JJAK_SOURCE_DIR "/docs/asyncapi.json");

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

//! Compares a committed file with what the code says; writes it when JJAK_UPDATE_DOCS=1.
void compare(const QString &path, const QByteArray &expected)
{
    if (contentOf(path) == expected)
        return;
    if (qgetenv("JJAK_UPDATE_DOCS") != "1")
        QFAIL(qPrintable(u"%1 differs from the code: run this test with JJAK_UPDATE_DOCS=1 and commit the file"_s.arg(path)));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(file.write(expected), expected.size());
}

QByteArray asyncApiText()
{
    return QJsonDocument(asyncApi()).toJson(QJsonDocument::Indented);
}

//! All strings under "$ref", wherever they stand.
void collectReferences(const QJsonValue &value, QStringList &out)
{
    if (value.isArray()) {
        for (const QJsonValue &item : value.toArray())
            collectReferences(item, out);
    } else {
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            if (it.key() == "$ref"_L1)
                out.append(it->toString());
            collectReferences(*it, out);
        }
    }
}

QJsonValue resolve(const QJsonObject &root, const QString &reference)
{
    QJsonValue at = root;
    for (const QString &step : reference.mid(2).split(u'/'))
        at = at.toObject().value(step);
    return at;
}

//! How the answer to each command is decoded.
QHash<QString, bool (*)(const QJsonObject &)> replyDecoders()
{
    QHash<QString, bool (*)(const QJsonObject &)> out;
    forEachCommand([&]<class C>() { out.insert(QString::fromUtf8(C::spec.name.data(), qsizetype(C::spec.name.size())), [](const QJsonObject &ok) { return decode<typename C::Reply>(QJsonValue(ok)).ok(); }); });
    return out;
}

//! The heading's anchor, as renderers of Markdown make it.
QString anchorOf(QString heading)
{
    static const QRegularExpression dropped(u"[^\\w\\- ]"_s, QRegularExpression::UseUnicodePropertiesOption);
    return heading.toLower().remove(dropped).replace(u' ', u'-');
}

} // namespace

class TestProtocolDocument : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void markdownAgreesWithTheRegistry()
    {
        const auto expected = withTables(contentOf(markdownPath));
        QVERIFY(expected.has_value());
        compare(markdownPath, *expected);
    }
    void asyncApiAgreesWithTheRegistry() { compare(asyncApiPath, asyncApiText()); }
    void writingTwiceChangesNothing()
    {
        const auto once = withTables(contentOf(markdownPath));
        QVERIFY(once && withTables(*once) == once);
    }
    void everyPartIsThereOnce()
    {
        const QByteArray text = contentOf(markdownPath);
        for (const char *part : {"commands", "values", "enumerations", "events", "errors", "limits", "rights"})
            QCOMPARE(text.count(QByteArray("<!-- generated: ") + part + " -->\n"), 1);
    }
    void wrongMarkersAreRefused()
    {
        const QByteArray end = "<!-- end of generated part -->\n";
        QVERIFY(!withTables("<!-- generated: nonsense -->\n" + end));
        QVERIFY(!withTables("<!-- generated: events -->\n"));
        QVERIFY(!withTables("<!-- generated: events\n" + end));
        QCOMPARE(*withTables("plain\n"), QByteArray("plain\n"));
        QVERIFY(withTables("a\n<!-- generated: events -->\nSTALE\n" + end + "z\n")->endsWith("\n\n" + end + "z\n"));
        QVERIFY(!withTables("a\n<!-- generated: events -->\nSTALE\n" + end)->contains("STALE"));
    }
    void everythingOfTheRegistryIsNamed()
    {
        const QString text = QString::fromUtf8(contentOf(markdownPath));
        const Catalogue all = catalogue();
        QCOMPARE(size_t(all.commands.size()), commandCount);
        QCOMPARE(size_t(all.events.size()), std::variant_size_v<Event>);
        for (const CommandEntry &c : all.commands)
            QVERIFY2(text.contains(u"### Command `"_s + c.name + u"`\n"_s) && all.has(c.reply), qPrintable(c.name));
        for (const EventEntry &e : all.events)
            QVERIFY2(text.contains(u"### Event `"_s + e.name + u"`\n"_s), qPrintable(e.name));
        for (const ValueEntry &v : all.values)
            QVERIFY2(text.contains(u"### "_s + v.title + u'\n'), qPrintable(v.title));
        for (const EnumEntry &e : all.enums)
            QVERIFY2(text.contains(u"### "_s + e.title + u'\n'), qPrintable(e.title));
    }
    //! Two headings of one text would get "-1" and lead links astray.
    void linksWithinThePageHaveOneTarget()
    {
        static const QRegularExpression heading(u"^#+ (.*)$"_s, QRegularExpression::MultilineOption), link(u"\\]\\(#([^)]*)\\)"_s);
        const QString text = QString::fromUtf8(contentOf(markdownPath));
        QHash<QString, int> anchors;
        for (auto it = heading.globalMatch(text); it.hasNext();)
            ++anchors[anchorOf(it.next().captured(1))];
        int links = 0;
        for (auto it = link.globalMatch(text); it.hasNext(); ++links) {
            const QString target = it.next().captured(1);
            QVERIFY2(anchors.value(target) == 1, qPrintable(u"#%1 has %2 targets"_s.arg(target).arg(anchors.value(target))));
        }
        QVERIFY(links > 50);
    }
    //! Every line of every ```json block is a frame that the code accepts.
    void examplesAreValidFrames()
    {
        static const QRegularExpression block(u"```json\\n(.*?)```"_s, QRegularExpression::DotMatchesEverythingOption);
        const auto replies = replyDecoders();
        const QString text = QString::fromUtf8(contentOf(markdownPath));
        QHash<qint64, QString> asked;
        int frames = 0;
        for (auto it = block.globalMatch(text); it.hasNext();) {
            for (const QString &line : it.next().captured(1).split(u'\n', Qt::SkipEmptyParts)) {
                const QByteArray bytes = line.toUtf8();
                ++frames;
                if (const auto request = parseRequest(bytes)) {
                    asked.insert(request->id, request->cmd);
                    QVERIFY2(decodeCommand(request->cmd, request->args).ok(), bytes.constData());
                    continue;
                }
                const auto frame = parseServerFrame(bytes);
                QVERIFY2(frame.ok() && !std::holds_alternative<UnknownEvent>(*frame), bytes.constData());
                const auto *answered = std::get_if<Answered>(&*frame);
                if (const auto *ok = answered ? std::get_if<QJsonObject>(&answered->result) : nullptr)
                    QVERIFY2(replies.contains(asked.value(answered->re)) && replies[asked.value(answered->re)](*ok), bytes.constData());
            }
        }
        QVERIFY(frames > 15);
    }
    void asyncApiHasEverythingAndItsReferencesLead()
    {
        const QJsonObject root = asyncApi();
        const Catalogue all = catalogue();
        QStringList references;
        collectReferences(root, references);
        QVERIFY(references.size() > 60);
        for (const QString &reference : std::as_const(references))
            QVERIFY2(reference.startsWith("#/components/"_L1) && resolve(root, reference).isObject(), qPrintable(reference));
        const auto count = [&](const char *operation) { return resolve(root, u"#/channels"_s)["/"_L1][QLatin1StringView(operation)]["message"_L1]["oneOf"_L1].toArray().size(); };
        QCOMPARE(count("publish"), all.commands.size());
        QCOMPARE(count("subscribe"), all.events.size() + 2);
    }
    //! Names of components may hold letters, digits, '.', '-' and '_' only.
    void asyncApiComponentNamesAreLegal()
    {
        static const QRegularExpression legal(u"^[A-Za-z0-9._-]+$"_s);
        const QJsonObject components = asyncApi()[u"components"_s].toObject();
        for (const char *section : {"messages", "schemas"})
            for (const QString &name : components[QLatin1StringView(section)].toObject().keys())
                QVERIFY2(legal.match(name).hasMatch(), qPrintable(name));
    }
    void fieldsAreDescribedInWords()
    {
        const Catalogue all = catalogue();
        const auto send = std::ranges::find(all.commands, u"room.send"_s, &CommandEntry::name);
        QCOMPARE(send->fields[2].name, u"text"_s);
        QCOMPARE(send->fields[2].holds, u"1 to 2,000 code points, several lines"_s);
        QVERIFY(!send->fields[2].optional);
        const auto history = std::ranges::find(all.commands, u"room.history"_s, &CommandEntry::name);
        QCOMPARE(history->fields[1].holds, u"1 to 2⁵³"_s);
        QVERIFY(history->fields[1].optional);
        const auto room = std::ranges::find(all.values, u"Room"_s, &ValueEntry::title);
        const auto members = std::ranges::find(room->fields, u"members"_s, &FieldEntry::name);
        QVERIFY(members->list && members->type == u"Member"_s);
        QCOMPARE(members->holds, u"1 to 1,000 items"_s);
        QCOMPARE(members->schema[u"items"_s].toObject()[u"$ref"_s].toString(), u"#/components/schemas/Member"_s);
    }
};

QTEST_GUILESS_MAIN(TestProtocolDocument)
#include "tst_protocol_document.moc"
