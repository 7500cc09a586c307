#include "export/picture_columns.hpp"

#include <gtest/gtest.h>

#include <random>

namespace guanxi {
namespace {

constexpr FrameRoom room{20, 5, 10};

}  // namespace

TEST(Columns, OneGroupGoesOnInTheNextColumn) {
    const Columns columns = flow({{30, 30, 30, 30}}, room, 2);
    ASSERT_EQ(columns.size(), 2U);
    EXPECT_EQ(columns[0][0].last, 2U);
    EXPECT_EQ(columns[1][0].first, 2U);
    EXPECT_EQ(columns[1][0].last, 4U);
    EXPECT_DOUBLE_EQ(height_of(columns), 85);
}

TEST(Columns, NothingTakesNoRoom) {
    EXPECT_TRUE(flow({}, room, 3).empty());
    EXPECT_DOUBLE_EQ(height_of({}), 0);
}

TEST(Columns, EachOutlineOnceInOrderWithoutOverlap) {
    std::mt19937 random(5);
    for (int round = 0; round < 300; ++round) {
        GroupHeights groups(1 + random() % 6);
        for (std::vector<double>& group : groups) {
            group.resize(1 + random() % 9);
            for (double& height : group) height = 10 + static_cast<double>(random() % 90);
        }
        const std::size_t most = 1 + random() % 7;
        const Columns columns = flow(groups, room, most);
        ASSERT_LE(columns.size(), most);
        std::size_t group = 0;
        std::size_t next = 0;
        for (const std::vector<Piece>& column : columns) {
            double bottom = 0;
            for (const Piece& piece : column) {
                if (next == groups[group].size()) {
                    ++group;
                    next = 0;
                }
                ASSERT_EQ(piece.group, group);
                ASSERT_EQ(piece.first, next);
                ASSERT_LT(piece.first, piece.last);
                ASSERT_GE(piece.y, bottom);
                double height = room.above + room.below;
                for (std::size_t o = piece.first; o < piece.last; ++o) height += groups[group][o];
                ASSERT_DOUBLE_EQ(piece.height, height);
                next = piece.last;
                bottom = piece.y + piece.height;
            }
        }
        ASSERT_EQ(group, groups.size() - 1);
        ASSERT_EQ(next, groups.back().size());
    }
}

}  // namespace guanxi
