// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/core/emoji.h"

#include <QFile>
#include <QLocale>
#include <algorithm>
#include <array>
#include <tuple>

using namespace Qt::StringLiterals;

// A static library's resources are only linked in when somebody asks for them, and the macro must stand outside namespaces.
static void initEmojiResource()
{
    Q_INIT_RESOURCE(core);
}

namespace jjak::client {

namespace {

constexpr QChar inColours{0xFE0F};
constexpr qsizetype mostRecent = 24;
constexpr std::array groupNames{"faces"_L1, "people"_L1, "hearts"_L1, "nature"_L1, "food"_L1, "activity"_L1, "travel"_L1, "objects"_L1, "symbols"_L1};

//! The table has been checked by a test; a line of another shape begins a group or is a remark.
std::vector<NamedEmoji> read()
{
    initEmojiResource();
    std::vector<NamedEmoji> list;
    QFile file(u":/jjak/emoji.tsv"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the list of emoji is missing");
    EmojiGroup group = EmojiGroup::Faces;
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        const QStringList fields = line.split(u'\t');
        if (fields.size() == 3)
            list.push_back({fields[0], fields[1].split(u','), fields[2].split(u','), group});
        else if (const auto it = std::ranges::find(groupNames, line); it != groupNames.end())
            group = EmojiGroup(it - groupNames.begin());
    }
    return list;
}

bool hasName(const NamedEmoji &known, QStringView name)
{
    const auto same = [&](const QString &each) { return name.compare(each, Qt::CaseInsensitive) == 0; };
    return std::ranges::any_of(known.names, same) || std::ranges::any_of(known.korean, same);
}

constexpr int unlike = 4;

//! How well a beginning fits: 0 is the whole name, 1 begins the shown one, 2 another one, 3 a word within a name.
int distance(const NamedEmoji &known, QStringView begun)
{
    if (hasName(known, begun))
        return 0;
    const auto begins = [&](const QString &name) { return name.startsWith(begun, Qt::CaseInsensitive); };
    if (begins(known.names.first()) || begins(known.korean.first()))
        return 1;
    if (std::ranges::any_of(known.names, begins) || std::ranges::any_of(known.korean, begins))
        return 2;
    const QString word = u"_%1"_s.arg(begun);
    const auto holdsWord = [&](const QString &name) { return name.contains(word, Qt::CaseInsensitive); };
    return std::ranges::any_of(known.names, holdsWord) ? 3 : unlike;
}

} // namespace

QString NamedEmoji::name() const
{
    return QLocale().language() == QLocale::Korean ? korean.first() : names.first();
}

const std::vector<NamedEmoji> &namedEmoji()
{
    static const std::vector<NamedEmoji> list = read();
    return list;
}

const NamedEmoji *emojiNamed(QStringView name)
{
    const auto &list = namedEmoji();
    const auto it = std::ranges::find_if(list, [&](const NamedEmoji &known) { return hasName(known, name); });
    return it == list.end() ? nullptr : &*it;
}

const NamedEmoji *nameOfEmoji(const QString &emoji)
{
    const auto &list = namedEmoji();
    const auto it = std::ranges::find_if(list, [&](const NamedEmoji &known) { return isSameEmoji(known.emoji, emoji); });
    return it == list.end() ? nullptr : &*it;
}

std::vector<const NamedEmoji *> emojiLike(QStringView begun)
{
    //! How it is ordered, and what.
    struct Match {
        std::tuple<int, bool, qsizetype> order;
        const NamedEmoji *known;
    };
    std::vector<Match> matches;
    const QStringList usual = usualReactions();
    if (!begun.isEmpty())
        for (const NamedEmoji &known : namedEmoji())
            if (const int far = distance(known, begun); far < unlike)
                matches.push_back({{far, !usual.contains(known.emoji), known.names.first().size()}, &known});
    std::ranges::stable_sort(matches, {}, &Match::order);
    std::vector<const NamedEmoji *> found;
    std::ranges::transform(matches, std::back_inserter(found), &Match::known);
    return found;
}

bool isSameEmoji(const QString &one, const QString &other)
{
    return QString(one).remove(inColours) == QString(other).remove(inColours);
}

std::optional<QString> emojiFrom(const QString &typed)
{
    const bool colons = typed.size() > 2 && typed.startsWith(u':') && typed.endsWith(u':');
    const QString word = colons ? typed.sliced(1, typed.size() - 2) : typed;
    if (const NamedEmoji *known = emojiNamed(word))
        return known->emoji;
    if (const NamedEmoji *known = nameOfEmoji(word))
        return known->emoji;
    // Only the server knows all of them; a word is none for sure.
    const bool possible = std::ranges::any_of(word, [](QChar c) { return c.unicode() > 0x7F && !c.isLetterOrNumber() && !c.isPunct(); });
    return possible && !word.contains(u' ') ? std::optional(word) : std::nullopt;
}

QStringList usualReactions()
{
    return {u"👍"_s, u"❤️"_s, u"😂"_s, u"😮"_s, u"😢"_s, u"🙏"_s};
}

QStringList withRecentEmoji(QStringList recent, const QString &used)
{
    recent.removeAll(used);
    recent.prepend(used);
    return recent.first(std::min(mostRecent, recent.size()));
}

} // namespace jjak::client
