// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/desktop/chats/completion.h"

namespace jjak::client {
class Settings;
}

namespace jjak::desktop {

//! Emoji by their names: ":hea" begins one, and a whole ":heart:" becomes it by itself.
class EmojiNames final : public CompletionSource {
public:
    explicit EmojiNames(client::Settings &settings) : m_settings(settings) {}

    QString begun(QStringView line) const override;
    QList<Completed> offers(const QString &begun) const override;
    std::optional<Whole> whole(QStringView line) const override;
    void taken(const Completed &emoji) override;

private:
    client::Settings &m_settings;
};

//! What stands before the end of `text` as the beginning of a name, without its colon; null when nothing does. The colon
//! begins the text or stands behind a space or a sign: times and the colons of sentences begin no name.
QString begunEmojiName(QStringView text);

} // namespace jjak::desktop
