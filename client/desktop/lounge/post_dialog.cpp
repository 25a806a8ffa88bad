// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/lounge/post_dialog.h"

#include <QClipboard>
#include <QDropEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPointer>
#include <QScreen>
#include <QStackedWidget>

#include "client/core/sentences.h"
#include "client/desktop/forms/form_field.h"
#include "client/desktop/kit/plain_scroll.h"
#include "client/desktop/kit/tab_order.h"
#include "client/desktop/lounge/markdown_view.h"
#include "client/desktop/lounge/name_dialog.h"
#include "client/desktop/lounge/picture_row.h"
#include "client/desktop/lounge/tabs.h"
#include "client/desktop/lounge/tag_words.h"
#include "client/desktop/makers.h"
#include "client/desktop/safety/confirm_dialog.h"
#include "common/rules/limits.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop {

namespace {

constexpr int keepAfterMs = 500;

qsizetype lengthOf(const QString &text)
{
    return text.toUcs4().size();
}

} // namespace

PostDialog::PostDialog(Context &context, const std::optional<protocol::Post> &post, QWidget *parent)
    : QDialog(parent), m_context(context), m_editing(post ? std::optional(post->post) : std::nullopt), m_ownTray(post ? context.session.lounge().makeTray() : nullptr),
      m_tray(m_ownTray ? *m_ownTray : context.session.lounge().tray()), m_title(new QLineEdit), m_tags(new QLineEdit), m_text(new QPlainTextEdit), m_titleField(new FormField(context.theme, m_title)),
      m_tagsField(new FormField(context.theme, m_tags)), m_tabs(new Tabs(this)), m_sides(new QStackedWidget(this)), m_preview(new MarkdownView(context.theme)),
      m_pictures(new PictureRow(context, m_tray, this)), m_textNote(makeLabel(this, Tone::Muted)), m_error(makeLabel(this, Tone::Danger)),
      m_throw(makeButton(this, Kind::Quiet)), m_post(makeButton(this, Kind::Primary))
{
    const Theme &theme = context.theme;
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);
    setWindowTitle(m_editing ? tr("Change the post") : tr("New post"));
    auto *heading = makeLabel(this, Tone::Title);
    heading->setText(windowTitle());
    m_title->setMaxLength(2 * limits::postTitleCodePoints);
    m_titleField->setTexts(tr("Title"));
    m_tagsField->setTexts(tr("Tags"), tr("Up to %n, for instance: #film #weekend", nullptr, limits::postTags));
    m_error->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(20));
    layout->setSpacing(theme.px(8));
    layout->addWidget(heading);
    layout->addWidget(m_titleField);
    layout->addWidget(makeWriting(), 1);
    layout->addWidget(m_textNote); // not in what gives way: a box with words that wrap would not
    layout->addWidget(m_pictures);
    layout->addWidget(m_tagsField);
    layout->addWidget(m_error);
    layout->addWidget(makeButtons());
    if (post)
        m_tray.begin(post->pictures, true);
    else
        m_tray.check(); // what waited too long for its post
    begin(post ? client::PostDraft{post->heading, post->text, post->tags, post->pictures} : context.session.lounge().draft());
    connect(m_pictures, &PictureRow::changed, this, &PostDialog::refresh);
    setAcceptDrops(true);
    m_keep.setSingleShot(true);
    m_keep.setInterval(keepAfterMs);
    connect(&m_keep, &QTimer::timeout, this, &PostDialog::keep);
    connect(m_title, &QLineEdit::textChanged, this, &PostDialog::changed);
    connect(m_tags, &QLineEdit::textChanged, this, &PostDialog::changed);
    connect(m_text, &QPlainTextEdit::textChanged, this, &PostDialog::changed);
    resize(std::min(theme.px(640), std::max(parent->width(), theme.px(360))), std::min(theme.px(640), std::max(parent->height(), theme.px(420))));
    keepTabAsSeen(this);
    m_title->setFocus();
}

//! What was typed last is kept, too.
PostDialog::~PostDialog()
{
    if (m_keep.isActive())
        keep();
}

QWidget *PostDialog::makeWriting()
{
    const Theme &theme = m_context.theme;
    auto *box = new QWidget(this);
    m_text->setTabChangesFocus(true);
    m_text->setAccessibleName(tr("Text"));
    m_text->setPlaceholderText(tr("What do you want to say? **bold**, *slanted*, lists and links work as in Markdown."));
    m_preview->setAccessibleName(tr("Preview"));
    auto *paper = new QWidget;
    auto *column = new QVBoxLayout(paper);
    column->setContentsMargins(theme.px(12), theme.px(10), theme.px(12), theme.px(10));
    column->addWidget(m_preview);
    column->addStretch();
    m_sides->addWidget(m_text);
    m_sides->addWidget(new PlainScroll(paper));
    m_tabs->addTab(tr("Write"));
    m_tabs->addTab(tr("Preview"));
    m_tabs->setAccessibleName(tr("Write, or look at it"));
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) { showPreview(tab == 1); });
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme.px(4));
    layout->addWidget(m_tabs);
    layout->addWidget(m_sides, 1);
    return box;
}

QWidget *PostDialog::makeButtons()
{
    auto *box = new QWidget(this);
    m_throw->setText(tr("Throw away"));
    m_post->setText(m_editing ? tr("Save") : tr("Post"));
    m_post->setToolTip(tr("Ctrl+Enter"));
    auto *close = makeButton(box);
    close->setText(m_editing ? tr("Cancel") : tr("Later"));
    if (!m_editing)
        close->setToolTip(tr("What you have written is kept."));
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_throw);
    row->addStretch();
    row->addWidget(close);
    row->addWidget(m_post);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(this, &QDialog::rejected, this, [this] {
        if (m_ownTray)
            m_ownTray->clear();
    });
    connect(m_throw, &QPushButton::clicked, this, &PostDialog::throwAway);
    connect(m_post, &QPushButton::clicked, this, &PostDialog::send);
    for (QWidget *edit : {static_cast<QWidget *>(m_title), static_cast<QWidget *>(m_text), static_cast<QWidget *>(m_tags)})
        edit->installEventFilter(this);
    m_text->viewport()->installEventFilter(this);
    return box;
}

void PostDialog::begin(const client::PostDraft &draft)
{
    m_title->setText(draft.title);
    m_text->setPlainText(draft.text);
    m_tags->setText(tagsText(draft.tags));
    clearErrors();
    refresh();
}

client::PostDraft PostDialog::written() const
{
    return {m_title->text(), m_text->toPlainText(), tagsIn(m_tags->text()), m_tray.pictures()};
}

void PostDialog::changed()
{
    clearErrors();
    refresh();
    if (!m_editing)
        m_keep.start();
}

//! Which buttons there are, and why one cannot post yet.
void PostDialog::refresh()
{
    const QString waits = m_pictures->waitsFor();
    m_throw->setVisible(!m_editing && (!written().isEmpty() || !m_tray.items().empty()));
    m_post->setEnabled(!m_busy && waits.isEmpty() && !m_title->text().trimmed().isEmpty());
    m_post->setToolTip(waits.isEmpty() ? tr("Ctrl+Enter") : waits);
    m_post->setAccessibleDescription(waits);
    m_pictures->setEnabled(!m_busy);
    QMetaObject::invokeMethod(this, &PostDialog::fit, Qt::QueuedConnection);
}

//! A window asks its layout how high it has to be, but not at which width: words that wrap would cover what is beside them.
void PostDialog::fit()
{
    setMinimumHeight(std::min(layout()->minimumHeightForWidth(width()), screen()->availableGeometry().height()));
}

void PostDialog::keep()
{
    m_keep.stop();
    m_context.session.lounge().setDraft(written());
}

void PostDialog::throwAway()
{
    auto *ask = new ConfirmDialog(m_context.theme, tr("Throw this away?"), tr("Its words and pictures are gone then. “Later” keeps them."), tr("Throw away"), this);
    connect(ask, &QDialog::accepted, this, [this] {
        m_tray.clear();
        begin({});
        keep();
        reject();
    });
    ask->open();
}

bool PostDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->modifiers().testFlag(Qt::ControlModifier) && (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter)) {
            send();
            return true;
        }
        const QMimeData *pasted = key->matches(QKeySequence::Paste) ? QGuiApplication::clipboard()->mimeData() : nullptr;
        if (pasted && PictureRow::isWelcome(*pasted) && !m_busy) {
            m_pictures->take(*pasted);
            return true;
        }
    }
    // Fields would take a file's address for text.
    if (event->type() == QEvent::DragEnter && PictureRow::isWelcome(*static_cast<QDragEnterEvent *>(event)->mimeData())) {
        event->ignore();
        return true;
    }
    return QDialog::eventFilter(watched, event);
}

void PostDialog::dragEnterEvent(QDragEnterEvent *event)
{
    if (PictureRow::isWelcome(*event->mimeData()) && !m_busy)
        event->acceptProposedAction();
}

void PostDialog::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    m_pictures->take(*event->mimeData());
}

void PostDialog::showPreview(bool on)
{
    m_tabs->setCurrentIndex(on ? 1 : 0);
    if (on)
        m_preview->setText(m_text->toPlainText());
    m_sides->setCurrentIndex(on ? 1 : 0);
}

void PostDialog::clearErrors()
{
    m_titleField->setError({});
    m_tagsField->setError({});
    m_error->clear();
    m_error->hide();
    setTextError({});
}

//! Below the text: how long it may still be, or what is wrong with it.
void PostDialog::setTextError(const QString &error)
{
    const qsizetype length = lengthOf(m_text->toPlainText());
    const bool tooLong = length > limits::postCodePoints;
    m_wrongText = !error.isEmpty();
    m_textNote->setText(m_wrongText ? error : tr("%1 of %2 characters").arg(QLocale().toString(length), QLocale().toString(limits::postCodePoints)));
    setTone(m_textNote, m_wrongText || tooLong ? Tone::Danger : Tone::Muted);
    m_text->setAccessibleDescription(m_textNote->text());
}

QString PostDialog::error() const
{
    for (const FormField *field : {m_titleField, m_tagsField})
        if (field->hasError())
            return field->editor()->accessibleDescription();
    return m_wrongText ? m_textNote->text() : m_error->text();
}

void PostDialog::send()
{
    if (!m_post->isEnabled())
        return;
    clearErrors();
    client::Lounge &lounge = m_context.session.lounge();
    const client::PostDraft draft = written();
    if (!m_editing)
        keep();
    m_busy = true;
    refresh();
    const QPointer<PostDialog> self(this);
    if (!m_editing)
        return lounge.write(draft, [self](const Result<PostId> &result) {
            if (self)
                self->answered(result);
        });
    lounge.edit(*m_editing, draft, [self, post = *m_editing](const Result<Done> &result) {
        if (self)
            self->answered(result ? Result<PostId>(post) : Result<PostId>(result.error()));
    }, client::Lounge::Editing::AlsoPictures);
}

void PostDialog::answered(const Result<PostId> &result)
{
    m_busy = false;
    refresh();
    if (!result)
        return refuse(result.error());
    m_keep.stop();
    Q_EMIT posted(*result);
    accept();
}

void PostDialog::refuse(const Error &error)
{
    if (error.code == ErrorCode::LoungeNoName) {
        auto *dialog = new NameDialog(m_context, this);
        connect(dialog, &QDialog::accepted, this, &PostDialog::send);
        return dialog->open();
    }
    const bool tooLong = error.reason == "length"_L1;
    if (error.field == "args.title"_L1) {
        m_titleField->setError(tooLong ? tr("A title has %n character(s) at most.", nullptr, limits::postTitleCodePoints) : tr("There are characters in it that cannot be shown."));
        m_title->setFocus();
    } else if (error.field == "args.text"_L1) {
        setTextError(tooLong ? tr("A post has %n character(s) at most.", nullptr, limits::postCodePoints) : tr("There are characters in it that cannot be shown."));
        showPreview(false);
        m_text->setFocus();
    } else if (error.field.startsWith("args.tags"_L1)) {
        m_tagsField->setError(wrongTagText(error, limits::postTags));
        m_tags->setFocus();
    } else if (error.code == ErrorCode::UploadGone) {
        m_tray.check(); // says which, and takes them out
        m_error->setText(tr("Not all pictures are on the server any more. Look at those that are left, and post it again."));
        m_error->show();
    } else {
        m_error->setText(client::sentence(error));
        m_error->show();
    }
}

} // namespace jjak::desktop
