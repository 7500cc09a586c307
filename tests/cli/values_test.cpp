#include "cli/values.hpp"

#include <gtest/gtest.h>

#include "core/error.hpp"

namespace guanxi {
namespace {

TEST(Values, dates) {
    for (const char* right : {"2023", "2023-01", "2023-12-31"}) EXPECT_EQ(read_date(right), right);
    for (const char* wrong : {"", "23", "2023-", "2023-1", "2023-13", "2023-00", "2023-01-", "2023-01-32",
                              "2023-01-011", "2023/01", "2023年", "2023-0x"}) {
        EXPECT_THROW(static_cast<void>(read_date(wrong)), UsageError) << wrong;
    }
}

TEST(Values, encodings) {
    EXPECT_EQ(read_encoding("auto"), Encoding::automatic);
    EXPECT_EQ(read_encoding("utf-8"), Encoding::utf8);
    EXPECT_EQ(read_encoding("gbk"), Encoding::gb18030);
    EXPECT_EQ(read_encoding("big5"), Encoding::big5);
    EXPECT_EQ(read_encoding("utf16"), Encoding::utf16);
    EXPECT_THROW(static_cast<void>(read_encoding("latin1")), UsageError);
}

TEST(Values, shares) {
    EXPECT_EQ(read_share("0"), 0);
    EXPECT_EQ(read_share("0.75"), 0.75);
    EXPECT_EQ(read_share("1"), 1);
    for (const char* wrong : {"", "-0.1", "1.01", "1e-1", "nan", "0,5", "x"}) {
        EXPECT_THROW(static_cast<void>(read_share(wrong)), UsageError) << wrong;
    }
}

TEST(Values, counts) {
    EXPECT_EQ(read_count("1", 1, 9), 1U);
    EXPECT_EQ(read_count("009", 1, 9), 9U);
    for (const char* wrong : {"", "0", "10", "-1", "+1", "1x", "4294967297"}) {
        EXPECT_THROW(static_cast<void>(read_count(wrong, 1, 9)), UsageError) << wrong;
    }
}

TEST(Values, base_iris) {
    for (const char* right : {"https://example.org/id/", "https://example.org/x#", "urn:guanxi:"}) {
        EXPECT_EQ(read_base_iri(right), right);
    }
    for (const char* wrong :
         {"", "https://example.org/id", "no/", ":", "https://example.org/a b/", "https://例子/", "x:<>/"}) {
        EXPECT_THROW(static_cast<void>(read_base_iri(wrong)), UsageError) << wrong;
    }
}

TEST(Values, lists_take_labels_and_identifiers) {
    std::vector<Predicate> predicates;
    add_predicates(predicates, "builds,落户");
    add_predicates(predicates, "locatedIn");
    EXPECT_EQ(predicates, (std::vector{Predicate::builds, Predicate::settles_in, Predicate::located_in}));
    std::vector<Status> statuses;
    EXPECT_THROW(add_statuses(statuses, "done,"), UsageError);
    EXPECT_THROW(add_statuses(statuses, "none"), UsageError);
}

}  // namespace
}  // namespace guanxi
