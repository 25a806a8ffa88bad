// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lounge_samples.h"

#include <algorithm>

namespace jjak::desktop::test {

using namespace Qt::StringLiterals;
using namespace protocol;

namespace {

Time ago(Duration time)
{
    return std::chrono::floor<Duration>(std::chrono::system_clock::now()) - time;
}

//! A post's beginning, as lists have it.
Post inList(Post post)
{
    post.whole = post.text.size() <= limits::postBeginning;
    post.text = post.text.left(limits::postBeginning);
    return post;
}

template <class Item>
void like(Item &item, bool on)
{
    item.likes += on == item.liked ? 0 : on ? 1 : -1;
    item.liked = on;
}

} // namespace

LoungeSamples::LoungeSamples(client::test::Scene &theScene) : scene(theScene)
{
    answerReading();
    answerWriting();
}

Post &LoungeSamples::add(const QString &title, const QString &text, const QString &name, Duration age)
{
    Post post;
    post.post = PostId::random(scene.rng);
    post.author = PersonaId::random(scene.rng);
    post.name = name;
    post.heading = title;
    post.text = text;
    post.at = ago(age);
    posts.append(post);
    return posts.last();
}

Post *LoungeSamples::find(PostId post)
{
    const auto it = std::ranges::find(posts, post, &Post::post);
    return it == posts.end() ? nullptr : &*it;
}

Comment &LoungeSamples::say(PostId post, const QString &text, const QString &name, Duration age)
{
    Comment comment;
    comment.comment = CommentId::random(scene.rng);
    comment.author = PersonaId::random(scene.rng);
    comment.name = name;
    comment.text = text;
    comment.at = ago(age);
    comments[post].append(comment);
    if (Post *about = find(post))
        ++about->comments;
    return comments[post].last();
}

cmd::PostList LoungeSamples::page(QList<Post> all, const std::optional<QString> &after) const
{
    const qsizetype from = after ? after->toLongLong() : 0, to = std::min(all.size(), from + pageLength);
    cmd::PostList list;
    for (qsizetype i = from; i < to; ++i)
        list.posts.append(inList(all[i]));
    if (to < all.size())
        list.next = QString::number(to);
    list.newest = u"now"_s;
    return list;
}

cmd::CommentList LoungeSamples::commentsFrom(PostId post, qsizetype from) const
{
    const QList<Comment> all = comments.value(post);
    cmd::CommentList list{all.mid(from, commentPage), {}};
    if (from + commentPage < all.size())
        list.next = QString::number(from + commentPage);
    return list;
}

void LoungeSamples::answerReading()
{
    client::test::Peer &peer = scene.peer;
    peer.on<cmd::ListPosts>([this, &peer](qint64 id, const cmd::ListPosts &ask) {
        if (refuseLists)
            return peer.refuse(id, *refuseLists);
        QList<Post> wanted = posts;
        wanted.removeIf([&](const Post &post) {
            return (ask.tag && !post.tags.contains(*ask.tag)) || (ask.author && post.author != *ask.author) || (ask.feed == Feed::Written && !post.mine) || (ask.feed == Feed::Liked && !post.liked);
        });
        if (ask.feed == Feed::Today || ask.feed == Feed::Week)
            std::ranges::stable_sort(wanted, std::greater<>(), &Post::likes);
        peer.ok(id, page(wanted, ask.after));
    });
    peer.on<cmd::FindPosts>([this, &peer](qint64 id, const cmd::FindPosts &ask) {
        QList<Post> wanted = posts;
        wanted.removeIf([&](const Post &post) { return !post.heading.contains(ask.text, Qt::CaseInsensitive) && !post.text.contains(ask.text, Qt::CaseInsensitive); });
        peer.ok(id, page(wanted, ask.after));
    });
    peer.on<cmd::OpenPost>([this, &peer](qint64 id, const cmd::OpenPost &ask) {
        if (const Post *post = find(ask.post))
            peer.ok(id, cmd::OpenedPost{*post, commentsFrom(ask.post, 0), tableOf(ask.post)});
        else
            peer.refuse(id, Error{ErrorCode::PostNotFound});
    });
    peer.on<cmd::ListComments>([this, &peer](qint64 id, const cmd::ListComments &ask) { peer.ok(id, commentsFrom(ask.post, ask.after.value_or(QString()).toLongLong())); });
    peer.on<cmd::CountNews>([this, &peer](qint64 id, const cmd::CountNews &) { peer.ok(id, cmd::News{news}); });
    peer.on<cmd::LookAtBoard>([this, &peer](qint64 id, const cmd::LookAtBoard &) { peer.ok(id, board); });
    peer.always<cmd::ViewPost>({});
}

void LoungeSamples::answerWriting()
{
    client::test::Peer &peer = scene.peer;
    peer.on<cmd::Introduce>([this, &peer](qint64 id, const cmd::Introduce &ask) {
        scene.profile = ask.profile;
        peer.ok(id, cmd::Empty());
    });
    peer.on<cmd::WritePost>([this, &peer](qint64 id, const cmd::WritePost &ask) {
        Post post;
        post.post = PostId::random(scene.rng);
        post.author = PersonaId::random(scene.rng);
        post.name = scene.profile ? scene.profile->name : QString();
        post.mine = true;
        post.heading = ask.heading;
        post.text = ask.text;
        post.tags = ask.tags;
        post.at = ago(0ms);
        posts.prepend(post);
        peer.ok(id, cmd::Written{post.post});
    });
    peer.on<cmd::EditPost>([this, &peer](qint64 id, const cmd::EditPost &ask) {
        Post *post = find(ask.post);
        post->heading = ask.heading;
        post->text = ask.text;
        post->tags = ask.tags;
        peer.ok(id, cmd::Empty());
    });
    peer.on<cmd::ErasePost>([this, &peer](qint64 id, const cmd::ErasePost &ask) {
        posts.removeIf([&](const Post &post) { return post.post == ask.post; });
        peer.ok(id, cmd::Empty());
    });
    peer.on<cmd::LikePost>([this, &peer](qint64 id, const cmd::LikePost &ask) {
        like(*find(ask.post), ask.on);
        peer.ok(id, cmd::Empty());
    });
    peer.on<cmd::WriteComment>([this, &peer](qint64 id, const cmd::WriteComment &ask) {
        Comment &comment = say(ask.post, ask.text, scene.profile ? scene.profile->name : QString(), 0ms);
        comment.mine = true;
        peer.ok(id, cmd::Commented{comment.comment});
    });
    peer.always<cmd::EditComment>({});
    peer.always<cmd::EraseComment>({});
    peer.always<cmd::LikeComment>({});
}

void LoungeSamples::fill()
{
    Post &first = add(u"비 오는 날 걷기 좋은 길"_s,
                      u"어제는 **종로에서 서촌까지** 걸었어요. 우산 하나면 충분했고, *사람이 거의 없어서* 좋았습니다.\n\n## 순서\n\n1. 경복궁역 2번 출구\n2. 골목으로 들어가서 책방 하나\n3. 끝에 있는 찻집\n\n"
                      "> 빗소리는 생각보다 작고, 물소리는 생각보다 컸다.\n\n| 곳 | 시간 | 값 |\n|---|---|---|\n| 책방 | 20분 | 없음 |\n| 찻집 | 1시간 | 6,000원 |\n\n지도는 [여기](https://example.org/walk?from=station)에 있어요. `우산`은 꼭 챙기세요!"_s,
                      u"느린산책"_s, 12min);
    first.tags = {u"산책"_s, u"비"_s, u"서촌"_s};
    first.likes = 24;
    first.views = 318;
    first.liked = true;
    const PostId walk = first.post;
    say(walk, u"저도 그 찻집 알아요. 창가 자리가 정말 좋죠!"_s, u"초록지붕"_s, 9min).likes = 3;
    say(walk, u"비 오는 날이면 생각나는 길이에요. 다음에는 북촌 쪽으로도 걸어 보세요.\n사진은 https://example.org/rain 에 있어요."_s, u"작은별"_s, 6min).demo = true;
    Comment &own = say(walk, u"고맙습니다, 이번 주말에 가 볼게요."_s, u"달빛"_s, 2min);
    own.mine = true;
    add(u"단편집 하나만 추천해 주세요"_s, u"자기 전에 한 편씩 읽으려고 해요. 너무 무섭지 않은 걸로 부탁드려요."_s, u"초록지붕"_s, 40min).tags = {u"책"_s, u"추천"_s};
    Post &demo = add(u"오늘의 커피"_s, u"산미가 강한 원두를 처음 볶아 봤는데, 생각보다 *달아요*."_s, u"작은별"_s, 3h);
    demo.demo = true;
    demo.likes = 5;
    demo.tags = {u"커피"_s};
    Post &mine = add(u"주말에 뭐 하세요?"_s, u"저는 일요일 오전에 한강에서 자전거를 타요. 같이 이야기해요."_s, u"달빛"_s, 5h);
    mine.mine = true;
    mine.likes = 2;
    add(u"처음 가 본 재즈 공연"_s, u"피아노 트리오였는데, 마지막 곡에서 다들 숨을 멈췄어요. 공연장은 작았지만 소리가 가까워서 더 좋았습니다. 다음 달에도 간대요. 그때는 조금 일찍 가서 앞자리에 앉아 보려고 해요."_s, u"저녁노을"_s, 26h).views = 1530;
    add(u"고양이가 창밖을 봅니다"_s, {}, u"느린산책"_s, 50h).likes = 61;
    for (Post &post : posts)
        post.comments = int(comments.value(post.post).size());
    board.tags = {{u"산책"_s, 18}, {u"책"_s, 11}, {u"커피"_s, 7}};
    board.popular = {posts[0], posts[2], posts[1]};
    board.read = {posts[4], posts[0]};
}

} // namespace jjak::desktop::test
