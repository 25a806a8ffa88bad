// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <QStringList>

#include "client/core/cache/post_draft.h"
#include "client/core/lounge/picture_tray.h"
#include "client/core/net/link.h"
#include "client/core/net/requests.h"
#include "common/protocol/commands.h"

namespace jjak::client {

//! The lounge of a session: asks and tells, keeps nothing of others. What is read fails at once without a connection
//! (`unavailable`); what is written waits in memory and is sent after a reconnect. Callbacks: once, never during the call,
//! never after the session is gone.
class Lounge final : public QObject {
    Q_OBJECT

public:
    template <class T>
    using Answer = std::function<void(Result<T>)>;

    Lounge(Link &link, Requests &requests, Rng &rng, Uploads &uploads, Pictures &pictures, QObject *parent = nullptr);

    //! Oneself there; nullopt until it is known, or while there is no name.
    const std::optional<protocol::Profile> &profile() const { return m_profile; }
    //! Whether the server has told since the sign-in: only then profile() says that there is no name.
    bool isProfileKnown() const { return m_profileKnown; }
    void askForProfile(Answer<Done> done = {});
    //! Errors: account.name_taken, account.name_invalid, lounge.name_same, bad_field.
    void introduce(const protocol::Profile &profile, Answer<Done> done);
    void lookUp(PersonaId author, Answer<protocol::Profile> done);

    void list(const protocol::cmd::ListPosts &ask, Answer<protocol::cmd::PostList> done);
    void find(const protocol::cmd::FindPosts &ask, Answer<protocol::cmd::PostList> done);
    void countNews(const QString &since, Answer<int> done);
    void lookAtBoard(Answer<protocol::cmd::Board> done);
    //! Also counts the view. Errors: post.not_found.
    void open(PostId post, Answer<protocol::cmd::OpenedPost> done);
    //! The same without counting a view, to know how a post is now.
    void look(PostId post, Answer<protocol::Post> done);
    void listComments(PostId post, const QString &after, Answer<protocol::cmd::CommentList> done);

    //! Errors: lounge.no_name, bad_field, upload.gone.
    void write(const PostDraft &draft, Answer<PostId> done);
    enum class Editing { TextOnly, AlsoPictures };
    //! `TextOnly`: the post keeps the pictures it has. Errors: also post.not_found, lounge.not_own.
    void edit(PostId post, const PostDraft &draft, Answer<Done> done, Editing what = Editing::TextOnly);
    void erase(PostId post, Answer<Done> done);
    //! The latest wish counts, in whatever order answers come.
    void like(PostId post, bool on, Answer<Done> done = {});
    void comment(PostId post, const QString &text, Answer<CommentId> done);
    void editComment(CommentId comment, const QString &text, Answer<Done> done);
    void eraseComment(CommentId comment, Answer<Done> done);
    void likeComment(CommentId comment, bool on, Answer<Done> done = {});
    //! Errors: post.not_found, report.nothing for oneself.
    void block(PostId post, std::optional<CommentId> comment, Answer<BlockId> done);
    void report(PostId post, std::optional<CommentId> comment, protocol::ReportReason reason, const QString &note, bool alsoBlock, Answer<Done> done);

    PostDraft draft() const { return m_draft.draft; }
    //! An empty one is forgotten. Its pictures are those of tray() that are there: no others are taken, and those that are not
    //! named leave the tray.
    void setDraft(const PostDraft &draft);
    //! The pictures of the draft, also those that are on their way. What arrives is in the draft.
    PictureTray &tray() { return m_tray; }
    //! One for changing a post; ends with its owner.
    std::unique_ptr<PictureTray> makeTray();
    //! The bytes of pictures of posts.
    Pictures &pictures() { return m_pictures; }

    //! For the session: signed in as somebody, or signed out.
    void forget();
    //! For the session: the draft as it lies on this computer.
    void restoreDraft(const KeptPostDraft &kept);
    //! For the session: signed in, and everything missed is here.
    void becomeReady();

Q_SIGNALS:
    void profileChanged();
    //! Something was written, changed, deleted or blocked from here: what is shown should be asked for again.
    void postsChanged();
    void postChanged(PostId post);
    void postGone(PostId post);
    //! By oneself, at once; the opposite when it was refused. What is asked for has it already.
    void postLiked(PostId post, bool on);
    void commentLiked(CommentId comment, bool on);
    //! From here; among what postsChanged() is about.
    void postWritten(PostId post);
    void authorBlocked(PostId post, std::optional<CommentId> comment);
    //! For who keeps it: it is another one.
    void draftChanged(const jjak::client::KeptPostDraft &kept);
    //! There is a connection again: what failed can be asked for.
    void ready();
    //! Somebody signed out, or in: nothing of before may be shown any more.
    void forgotten();
    //! Without an Answer: refused.
    void failed(const Error &error, const QString &command);

private:
    //! A like that is on its way, or has arrived while answers were on theirs that may not know of it.
    struct Wish {
        bool on = false;
        bool before = false; //!< as it was before the first wish that is not confirmed
        int number = 0;      //!< of the latest wish; answers to earlier ones settle nothing
        bool settled = false;
    };
    template <class Id>
    using Wishes = QHash<Id, Wish>;

    template <class C, class T, class F>
    void ask(const C &command, const Answer<T> &done, F take, PostId about = {});
    template <class C, class T, class F>
    void tell(const C &command, const QString &key, const Answer<T> &done, F take, PostId about = {});
    template <class C, class T>
    bool refused(const std::optional<Error> &error, const Answer<T> &done);
    template <class C, class T>
    void answer(const Answer<T> &done, const Result<T> &result);
    template <class C, class Id>
    void wish(const C &command, Id id, Wishes<Id> &wishes, void (Lounge::*liked)(Id, bool), const Answer<Done> &done, PostId post);
    void missed(const Error &error, PostId about);
    void settle();
    void takeProfile(const std::optional<protocol::Profile> &profile);
    void gone(PostId post);
    void takePictures();
    void rememberPictures(const protocol::Post &post);
    protocol::Post shown(protocol::Post post);
    protocol::cmd::PostList shown(protocol::cmd::PostList page);
    protocol::cmd::CommentList shown(protocol::cmd::CommentList page, PostId post);

    Link &m_link;
    Requests &m_requests;
    Rng &m_rng;
    Uploads &m_uploads;
    Pictures &m_pictures;
    PictureTray m_tray;
    std::optional<protocol::Profile> m_profile;
    bool m_profileKnown = false;
    bool m_askingProfile = false;
    int m_introduced = 0;                 //!< counts; what was asked for before is out of date
    KeptPostDraft m_draft;
    Wishes<PostId> m_likes;
    Wishes<CommentId> m_commentLikes;
    QHash<CommentId, PostId> m_postOf;    //!< of comments that were seen
    QHash<PostId, QList<UploadId>> m_picturesOf; //!< of posts that were seen: their bytes go from here with them
    int m_wishes = 0;
    int m_reading = 0;                    //!< answers that are on their way
    int m_round = 0;                      //!< counts accounts: answers for an earlier one are void
};

} // namespace jjak::client
