#include "CMustache.h"

#include <cstring>
#include <exception>
#include <string>

#include <kainjow/mustache.hpp>

namespace mustache = kainjow::mustache;

struct mustache_value {
  mustache::data data;
};

namespace {

char *copied(const std::string &text, size_t *length) {
  char *bytes = static_cast<char *>(std::malloc(text.size() + 1));
  if (bytes == nullptr) return nullptr;
  std::memcpy(bytes, text.c_str(), text.size() + 1);
  if (length != nullptr) *length = text.size();
  return bytes;
}

}  // namespace

mustache_value *mustache_text(const char *bytes, size_t length) {
  return new mustache_value{
      mustache::data(bytes == nullptr ? std::string() : std::string(bytes, length))};
}

mustache_value *mustache_flag(int is_true) {
  return new mustache_value{mustache::data(is_true != 0)};
}

mustache_value *mustache_list(void) {
  return new mustache_value{mustache::data(mustache::data::type::list)};
}

mustache_value *mustache_object(void) {
  return new mustache_value{mustache::data(mustache::data::type::object)};
}

void mustache_append(mustache_value *list, mustache_value *taken) {
  list->data.push_back(taken->data);
  delete taken;
}

void mustache_set(mustache_value *object, const char *name, mustache_value *taken) {
  object->data.set(name, taken->data);
  delete taken;
}

void mustache_set_part(mustache_value *object, const char *name, const char *text) {
  const std::string part(text);
  object->data.set(name, mustache::data(mustache::partial([part] { return part; })));
}

void mustache_free(mustache_value *value) { delete value; }

char *mustache_render(
    const char *text, const mustache_value *object, size_t *length, char **problem) {
  *problem = nullptr;
  try {
    mustache::mustache page{std::string(text)};
    if (page.is_valid()) {
      const std::string rendered = page.render(object->data);
      if (page.is_valid()) return copied(rendered, length);
    }
    *problem = copied(page.error_message(), nullptr);
  } catch (const std::exception &reason) {
    *problem = copied(reason.what(), nullptr);
  }
  return nullptr;
}
