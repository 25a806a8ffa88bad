// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/lounge/picture_row.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QImage>
#include <QMimeData>
#include <QPointer>
#include <QStandardPaths>
#include <QUrl>
#include <algorithm>

#include "client/core/sentences.h"
#include "client/desktop/chats/prepared_image.h"
#include "client/desktop/files/thumbnail_store.h"
#include "client/desktop/kit/icons.h"
#include "client/desktop/kit/message_text.h"
#include "client/desktop/lounge/flow_layout.h"
#include "client/desktop/lounge/picture_tile.h"
#include "client/desktop/makers.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop {

using Item = client::PictureTray::Item;

namespace {

constexpr QSize frame(112, 84); // at 100 %

QStringList pathsIn(const QMimeData &what)
{
    QStringList out;
    const QList<QUrl> urls = what.urls();
    for (const QUrl &url : urls)
        if (url.isLocalFile() && QFileInfo(url.toLocalFile()).isFile())
            out.append(url.toLocalFile());
    return out;
}

} // namespace

// --- one ------------------------------------------------------------------------------------------------------------

PictureItem::PictureItem(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_tile(new PictureTile(theme, this)), m_state(makeLabel(this, Tone::Muted)), m_retry(makeIconButton(this, theme, u"refresh"_s)),
      m_remove(makeIconButton(this, theme, u"close"_s))
{
    m_tile->setFrame(frame);
    m_tile->setFocusPolicy(Qt::NoFocus);
    m_tile->setCursor(Qt::ArrowCursor);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_state, 1);
    row->addWidget(m_retry);
    row->addWidget(m_remove);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme.px(2));
    layout->addWidget(m_tile);
    layout->addLayout(row);
    connect(m_retry, &QToolButton::clicked, this, &PictureItem::retryWanted);
    connect(m_remove, &QToolButton::clicked, this, &PictureItem::removeWanted);
}

void PictureItem::set(const Item &item, const QPixmap &picture, int number, int count)
{
    const QString name = tr("Picture %1 of %2: %3").arg(QString::number(number), QString::number(count), displayText(item.name));
    m_tile->setPicture(picture);
    m_tile->setAccessibleName(name);
    m_tile->setToolTip(displayText(item.name));
    nameButton(m_remove, tr("Remove picture %1: %2").arg(QString::number(number), displayText(item.name)));
    nameButton(m_retry, tr("Try picture %1 again: %2").arg(QString::number(number), displayText(item.name)));
    m_retry->setVisible(item.state == Item::State::Refused);
    setTone(m_state, item.state == Item::State::Refused ? Tone::Danger : Tone::Muted);
    m_state->setText(item.state == Item::State::Refused ? tr("Not sent") : QString());
    m_tile->setAccessibleDescription(item.state == Item::State::Refused ? client::sentence(item.error) : QString());
    m_tile->setProgress(-1);
    if (item.state == Item::State::Sending)
        setProgress(item.percent());
}

void PictureItem::setProgress(int percent)
{
    m_tile->setProgress(percent);
    m_state->setText(tr("%1 %", "how far").arg(percent));
    m_tile->setAccessibleDescription(tr("On its way: %1 %").arg(percent));
}

// --- all ------------------------------------------------------------------------------------------------------------

PictureRow::PictureRow(Context &context, client::PictureTray &tray, QWidget *parent)
    : QWidget(parent), m_context(context), m_tray(tray), m_add(makeButton(this, Kind::Quiet)), m_note(makeLabel(this, Tone::Muted)), m_strip(new QWidget(this)),
      m_flow(new FlowLayout(context.theme.px(8), m_strip))
{
    m_add->setIcon(themedIcon(context.theme, u"image"_s));
    m_add->setText(tr("Add pictures"));
    m_add->setToolTip(tr("Up to %n, without the place and time they were taken. They can be dropped or pasted, too.", nullptr, limits::postPictures));
    auto *top = new QHBoxLayout;
    top->setContentsMargins(0, 0, 0, 0);
    top->setSpacing(context.theme.px(8));
    top->addWidget(m_add);
    top->addWidget(m_note, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(context.theme.px(6));
    layout->addWidget(m_strip);
    layout->addLayout(top);
    connect(m_add, &QPushButton::clicked, this, &PictureRow::choose);
    connect(&tray, &client::PictureTray::changed, this, &PictureRow::refresh);
    connect(&tray, &client::PictureTray::progress, this, [this](int id) {
        const auto &items = m_tray.items();
        for (std::size_t i = 0; i < items.size() && i < std::size_t(m_items.size()); ++i)
            if (items[i].id == id)
                m_items[qsizetype(i)]->setProgress(items[i].percent());
    });
    connect(&tray, &client::PictureTray::lost, this, [this](const QStringList &names) {
        for (const QString &name : names)
            m_problems += tr("“%1” is not on the server any more. Add it again if you want it.").arg(displayText(name));
        refreshNote();
    });
    refresh();
}

bool PictureRow::isWelcome(const QMimeData &what)
{
    return !pathsIn(what).isEmpty() || (what.hasImage() && !what.hasText());
}

void PictureRow::take(const QMimeData &what)
{
    if (const QStringList paths = pathsIn(what); !paths.isEmpty())
        return addFiles(paths);
    m_problems.clear();
    if (what.hasImage())
        m_problems += add(qvariant_cast<QImage>(what.imageData()));
    m_problems.removeAll(QString());
    refreshNote();
}

void PictureRow::choose()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
    addFiles(QFileDialog::getOpenFileNames(window(), tr("Choose pictures"), folder, tr("Pictures (*.jpg *.jpeg *.png *.webp)")));
}

void PictureRow::addFiles(const QStringList &paths)
{
    m_problems.clear();
    for (const QString &path : paths) {
        if (m_tray.room() <= 0) {
            m_problems += tr("A post has %n picture(s) at most: the others were left out.", nullptr, limits::postPictures);
            break;
        }
        m_problems += add(path);
    }
    m_problems.removeAll(QString());
    refreshNote();
}

//! The sentence that says why not; empty when it is on its way.
QString PictureRow::add(const QString &path)
{
    const QString name = QFileInfo(path).fileName();
    const Result<PreparedImage> image = preparedImage(path);
    return image ? put(image->bytes, name, image->type == "image/png"_L1) : tr("%1: %2", "name · what went wrong").arg(displayText(name), client::sentence(image.error()));
}

QString PictureRow::add(const QImage &image)
{
    const Result<PreparedImage> prepared = preparedImage(image);
    return prepared ? put(prepared->bytes, tr("Pasted image"), prepared->type == "image/png"_L1) : client::sentence(prepared.error());
}

QString PictureRow::put(const QByteArray &bytes, const QString &name, bool png)
{
    if (m_tray.room() <= 0)
        return tr("A post has %n picture(s) at most: the others were left out.", nullptr, limits::postPictures);
    const auto added = m_tray.add(bytes, QFileInfo(name).completeBaseName() + (png ? u".png"_s : u".jpg"_s));
    return added ? QString() : tr("%1: %2", "name · what went wrong").arg(displayText(name), client::sentence(added.error()));
}

QPixmap PictureRow::pictureOf(const Item &item)
{
    if (const auto known = m_pictures.constFind(item.id); known != m_pictures.cend())
        return *known;
    const QPixmap made = decodedThumbnail(item.bytes);
    m_pictures.insert(item.id, made);
    if (item.bytes.isEmpty())
        m_context.session.lounge().pictures().fetch(item.picture, true, [self = QPointer<PictureRow>(this), id = item.id](const Result<QByteArray> &bytes) {
            if (!self || !bytes)
                return;
            self->m_pictures.insert(id, decodedThumbnail(*bytes));
            self->refresh();
        });
    return made;
}

void PictureRow::refresh()
{
    const auto &items = m_tray.items();
    while (m_items.size() > qsizetype(items.size())) {
        PictureItem *item = m_items.takeLast();
        delete m_flow->takeAt(int(m_items.size()));
        item->hide();
        item->deleteLater();
    }
    while (m_items.size() < qsizetype(items.size())) {
        auto *item = new PictureItem(m_context.theme, m_strip);
        const auto index = std::size_t(m_items.size());
        connect(item, &PictureItem::removeWanted, this, [this, index] {
            m_problems.clear();
            m_tray.remove(m_tray.items()[index].id);
            m_add->setFocus();
        });
        connect(item, &PictureItem::retryWanted, this, [this, index] { m_tray.retry(m_tray.items()[index].id); });
        m_flow->addWidget(item);
        m_items.append(item);
        item->show();
    }
    for (std::size_t i = 0; i < items.size(); ++i)
        m_items[qsizetype(i)]->set(items[i], pictureOf(items[i]), int(i) + 1, int(items.size()));
    m_strip->setVisible(!items.empty());
    m_add->setEnabled(m_tray.room() > 0);
    refreshNote();
}

QString PictureRow::waitsFor() const
{
    if (m_tray.count(Item::State::Refused) > 0)
        return tr("Try again what was not sent, or remove it.");
    const int sending = m_tray.count(Item::State::Sending);
    return sending > 0 ? tr("Waiting for %n picture(s) …", nullptr, sending) : QString();
}

void PictureRow::refreshNote()
{
    QStringList words = m_problems;
    for (const Item &item : m_tray.items())
        if (item.state == Item::State::Refused)
            words += tr("%1: %2", "name · what went wrong").arg(displayText(item.name), client::sentence(item.error, m_context.session.serverNow()));
    const bool wrong = !words.isEmpty();
    if (const QString waits = waitsFor(); !waits.isEmpty())
        words += waits;
    m_note->setText(words.join(u'\n'));
    m_note->setAccessibleName(words.join(u' '));
    setTone(m_note, wrong ? Tone::Danger : Tone::Muted);
    Q_EMIT changed();
}

QString PictureRow::note() const
{
    return m_note->text();
}

} // namespace jjak::desktop
