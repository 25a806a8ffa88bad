// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/files/attach_dialog.h"

#include <QCheckBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLocale>
#include <QPixmap>
#include <QShortcut>
#include <QVBoxLayout>

#include "client/core/sentences.h"
#include "client/desktop/chats/composer_edit.h"
#include "client/desktop/kit/tab_order.h"
#include "client/desktop/makers.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop {

namespace {

constexpr int previewHeight = 240;

} // namespace

AttachDialog::AttachDialog(Context &context, RoomId room, qint64 replyTo, QWidget *parent)
    : QDialog(parent), m_context(context), m_room(room), m_reply(replyTo), m_preview(makeLabel(this)), m_what(makeLabel(this, Tone::Muted)),
      m_asFile(new QCheckBox(tr("Send as a &file: unchanged, with everything that is in it"), this)), m_caption(new ComposerEdit(this)),
      m_error(makeLabel(this, Tone::Danger)), m_send(makeButton(this, Kind::Primary))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);
    setWindowTitle(tr("Send a file"));
    const Theme &theme = context.theme;
    m_preview->setAlignment(Qt::AlignCenter);
    m_what->setAlignment(Qt::AlignCenter);
    m_what->setMinimumWidth(theme.px(360));
    m_caption->setPlaceholderText(tr("A few words with it (optional)"));
    m_caption->setAccessibleName(tr("A few words with it (optional)"));
    m_error->hide();
    m_send->setText(tr("Send"));
    auto *cancel = makeButton(this);
    cancel->setText(tr("Cancel"));
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_send);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(20));
    layout->setSpacing(theme.px(10));
    for (QWidget *widget : {static_cast<QWidget *>(m_preview), static_cast<QWidget *>(m_what), static_cast<QWidget *>(m_asFile), static_cast<QWidget *>(m_caption), static_cast<QWidget *>(m_error)})
        layout->addWidget(widget);
    layout->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_send, &QPushButton::clicked, this, &AttachDialog::send);
    connect(m_caption, &ComposerEdit::submitted, this, &AttachDialog::send);
    connect(m_asFile, &QCheckBox::toggled, this, &AttachDialog::refresh);
    connect(new QShortcut(Qt::CTRL | Qt::Key_Return, this), &QShortcut::activated, this, &AttachDialog::send);
    keepTabAsSeen(this);
    m_caption->setFocus();
}

AttachDialog::AttachDialog(Context &context, RoomId room, qint64 replyTo, const QString &path, QWidget *parent) : AttachDialog(context, room, replyTo, parent)
{
    m_path = path;
    m_name = QFileInfo(path).fileName();
    show(preparedImage(path)); // what is no image goes as a file
}

AttachDialog::AttachDialog(Context &context, RoomId room, qint64 replyTo, const QImage &image, QWidget *parent) : AttachDialog(context, room, replyTo, parent)
{
    m_name = tr("Pasted image");
    show(preparedImage(image));
}

void AttachDialog::show(const Result<PreparedImage> &image)
{
    if (image) {
        m_image = *image;
        const bool png = m_image.type == u"image/png"_s;
        m_name = QFileInfo(m_name).completeBaseName() + (png ? u".png"_s : u".jpg"_s);
        QPixmap preview;
        preview.loadFromData(m_image.bytes);
        const int height = m_context.theme.px(previewHeight);
        m_preview->setPixmap(preview.scaled(m_context.theme.px(360), height, Qt::KeepAspectRatio, Qt::SmoothTransformation));
        m_preview->setAccessibleName(tr("Preview"));
    } else if (m_path.isEmpty()) {
        refuse(image.error());
    }
    m_asFile->setVisible(image && !m_path.isEmpty());
    m_preview->setVisible(bool(image));
    refresh();
}

void AttachDialog::refresh()
{
    const bool file = !isImage() || m_asFile->isChecked();
    const QString size = QLocale().formattedDataSize(file ? QFileInfo(m_path).size() : m_image.bytes.size());
    m_what->setText(file ? tr("%1 · %2", "file · size").arg(m_path.isEmpty() ? m_name : QFileInfo(m_path).fileName(), size)
                         : tr("%1 · %2 · goes without the place and time it was taken", "image · size").arg(m_name, size));
}

QString AttachDialog::error() const
{
    return m_error->isVisibleTo(this) ? m_error->text() : QString();
}

void AttachDialog::refuse(const Error &error)
{
    m_error->setText(client::sentence(error));
    m_error->show();
}

void AttachDialog::send()
{
    const QString caption = m_caption->toPlainText().trimmed();
    const bool image = isImage() && !m_asFile->isChecked();
    if (!image && m_path.isEmpty())
        return;
    const Result<ClientId> put = image ? m_context.session.sendImage(m_room, m_image.bytes, m_name, caption, m_reply) : m_context.session.sendFile(m_room, m_path, caption, m_reply);
    if (!put)
        return refuse(put.error());
    Q_EMIT sent();
    accept();
}

} // namespace jjak::desktop
