declare global {
  interface Window {
    /** The answer to the request that the page's own HTML sent; see FIRST_REQUEST. */
    polyduelFirst?: Promise<Response | null>;
  }
}

/**
 * Runs as soon as the browser has read it, long before React: asks for the battle, has its posters fetched, and then
 * its objects. The page's code finds all of it under way, or there, when it comes to asking. Plain JavaScript, small,
 * and without it everything works the same, later.
 */
export const FIRST_REQUEST = `window.polyduelFirst=fetch("/api/battles",{method:"POST",headers:{"content-type":"application/json"},body:"{}"}).then(function(r){
if(r.ok)r.clone().json().then(function(b){
var sides=[b.left,b.right];
Promise.all(sides.map(function(s){return new Promise(function(done){var i=new Image();i.onload=i.onerror=done;i.fetchPriority="high";i.src=s.posterUrls[0]})})).then(function(){
sides.forEach(function(s){fetch(s.glbUrl,{priority:"low"}).then(function(g){return g.arrayBuffer()}).catch(function(){})})})});
return r}).catch(function(){return null})`;

/** The answer to the page's first request, once: null when there was none, or it did not get through. */
export async function takeFirstAnswer(): Promise<Response | null> {
  const first = window.polyduelFirst;
  window.polyduelFirst = undefined;
  return (await first) ?? null;
}
