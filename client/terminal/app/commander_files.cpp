// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QFileInfo>

#include "client/core/notice_sentences.h"
#include "client/core/sentences.h"
#include "client/terminal/app/commander.h"
#include "client/terminal/app/new_file.h"
#include "client/terminal/text/sanitize.h"

//! Commands about images, files, and how long messages stay.
namespace jjak::terminal {

using namespace Qt::StringLiterals;

void Commander::carryOutOnFile(const Command &command)
{
    if (!m_session.state().room(m_room))
        return complain(translate("term", "Open the chat first that this is about."));
    if (command.verb == Verb::Expire)
        return setExpiry(command.expiry);
    if (command.verb == Verb::Save)
        return saveFile(command.number, pathFrom(command.text));
    const QString path = pathFrom(command.text);
    if (command.verb == Verb::Send) {
        const auto put = m_session.sendFile(m_room, path, {});
        return put ? void() : complain(client::sentence(put.error(), m_session.serverNow()));
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return complain(translate("term", "%1 cannot be read.").arg(cleanLine(path)));
    if (file.size() > limits::imageBytes)
        return complain(client::sentence(Error{ErrorCode::FileTooLarge}));
    const auto put = m_session.sendImage(m_room, file.readAll(), QFileInfo(path).fileName(), {});
    if (!put)
        complain(client::sentence(put.error(), m_session.serverNow()));
}

void Commander::setExpiry(protocol::Expiry expiry)
{
    m_session.setExpiry(m_room, expiry, answer({}));
}

void Commander::saveFile(qint64 seq, const QString &path)
{
    if (QFileInfo::exists(path))
        return complain(translate("term", "%1 is there already; choose another name.").arg(cleanLine(path)));
    m_session.fetchFile(m_room, seq, false, [this, path](const Result<QByteArray> &bytes) {
        if (!bytes)
            return complain(client::sentence(bytes.error(), m_session.serverNow()));
        if (writeNew(path, *bytes))
            say(translate("term", "Saved as %1.").arg(cleanLine(path)));
        else
            complain(translate("term", "%1 cannot be written.").arg(cleanLine(path)));
    });
}

} // namespace jjak::terminal
