// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/operate/configuration_file.h"

namespace jjak::operate {

using namespace Qt::StringLiterals;

namespace {

constexpr int lineWidth = 110;

//! The text as comment lines, broken between words.
QString comment(const QString &text)
{
    QString out, line = u"#"_s;
    for (const QString &word : text.split(u' ')) {
        if (line.size() + 1 + word.size() > lineWidth) {
            out += line + u'\n';
            line = u"#"_s;
        }
        line += u' ' + word;
    }
    return out + line + u'\n';
}

//! Every section with its keys, each written by `entry`.
template <class Entry>
QString sections(Entry entry)
{
    QString out, section;
    for (const Key &key : configurationKeys()) {
        if (key.section() != section) {
            section = key.section();
            out += u"\n["_s + section + u"]\n"_s;
        }
        out += entry(key);
    }
    return out;
}

} // namespace

QString defaultFile()
{
    const Configuration defaults;
    QString out = u"# SPDX-FileCopyrightText: The Jjak authors\n# SPDX-License-Identifier: GPL-3.0-or-later\n"_s;
    out += comment(u"The configuration of jjakd. Every key stands here with its default: take away the # in front of a key to change it. "
                   u"Environment variables override this file: JJAK_SERVER_PORT=4700 sets port in [server]; JJAK_ACCOUNTS_DEMO_KEY_FILE names a file that holds the secret. "
                   u"jjakd --check-config tells what is wrong, jjakd --print-config what is in force."_s);
    out += sections([&](const Key &key) { return u'\n' + comment(key.doc) + comment(u"("_s + key.allowed() + u")"_s) + u"#%1 = %2\n"_s.arg(key.name(), key.written(defaults)); });
    return out;
}

QString effectiveFile(const Configuration &configuration)
{
    return sections([&](const Key &key) {
               const QString value = key.written(configuration);
               return key.secret ? u"# %1 is %2\n"_s.arg(key.name(), value == "\"\""_L1 ? u"not set"_s : u"set, and not shown"_s) : u"%1 = %2\n"_s.arg(key.name(), value);
           })
        .sliced(1);
}

} // namespace jjak::operate
